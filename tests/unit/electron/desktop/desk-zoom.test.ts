import type { Input } from 'electron'
import { expect, test } from 'vitest'
import { letZoom, steppedZoom, zoomWish } from '../../../../electron/desktop/desk-zoom.ts'
import { pressKey } from '../../../fixtures/electron/attempts.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'
import { FakeWebContents } from '../../../fixtures/electron/web-contents.ts'

const press = (code: string, more: Partial<Input> = {}): Input =>
  ({ type: 'keyDown', key: '', code, control: true, alt: false, shift: false, meta: false, ...more }) as Input

test('from 80 to 150 per cent, step by step, and back to the usual', () => {
  const walked = (wish: 'larger' | 'smaller') => {
    let factor = 1
    return Array.from({ length: 4 }, () => {
      factor = steppedZoom(factor, wish)
      return factor
    })
  }
  expect(walked('larger')).toEqual([1.1, 1.25, 1.5, 1.5])
  expect(walked('smaller')).toEqual([0.9, 0.8, 0.8, 0.8])
  expect(steppedZoom(1.5, 'usual')).toBe(1)
  expect(steppedZoom(3, 'larger')).toBe(1.5)
})

test.each([
  ['Equal', {}, 'larger'],
  ['NumpadAdd', {}, 'larger'],
  ['Minus', {}, 'smaller'],
  ['Digit0', {}, 'usual'],
  ['Equal', { shift: true }, 'larger'],
  ['Equal', { control: false }, null],
  ['Minus', { alt: true }, null],
  ['Minus', { type: 'keyUp' }, null],
  ['KeyM', {}, null],
] as const)('%s %j: %s', (code, more, wish) => expect(zoomWish(press(code, more as Partial<Input>))).toBe(wish))

test('the key is not the page’s, and the wheel does the same', () => {
  const { fake } = makeFakeElectron()
  fake.app.becomeReady()
  const page = new FakeWebContents(fake.world, {})
  letZoom(page.real)
  expect(pressKey(page, { key: '=', code: 'Equal', control: true }).isPrevented).toBe(true)
  page.emit('zoom-changed', {}, 'in')
  expect(page.zoomFactor).toBe(1.25)
})
