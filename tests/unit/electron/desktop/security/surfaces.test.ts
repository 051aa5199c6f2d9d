import { expect, test } from 'vitest'
import { makeSurfaces } from '../../../../../electron/desktop/security/surfaces.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import { FakeWebContents } from '../../../../fixtures/electron/web-contents.ts'
import { FakeFrame } from '../../../../fixtures/electron/web-frame.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  const open = (opener: FakeFrame | null = null) => new FakeWebContents(fake.world, {}, opener)
  return { surfaces, open }
}

test('a page nobody named is nobody', () => {
  const { surfaces, open } = bench()
  const page = open()
  expect(surfaces.surfaceOf(page.real)).toBeNull()
  expect(surfaces.surfaceOfMainFrame(page.mainFrame.real)).toBeNull()
})

test('a main frame is told by its page; a frame inside, a gone one and none at all are nobody', () => {
  const { surfaces, open } = bench()
  const page = open()
  surfaces.name(page.real, 'recorder')
  const main = page.mainFrame
  expect(surfaces.surfaceOfMainFrame(main.real)).toBe('recorder')
  expect(surfaces.surfaceOfMainFrame(new FakeFrame(main.url, main).real)).toBeNull()
  expect(surfaces.surfaceOfMainFrame(new FakeFrame(main.url).real)).toBeNull()
  expect(surfaces.surfaceOfMainFrame(null)).toBeNull()
  main.isGone = true
  expect(surfaces.surfaceOfMainFrame(main.real)).toBeNull()
})

test.each([
  ['room', 'signIn'],
  ['own', null],
  ['recorder', null],
  ['signIn', null],
] as const)('a pop-up of %s is %s', (surface, expected) => {
  const { surfaces, open } = bench()
  const opener = open()
  surfaces.name(opener.real, surface)
  expect(surfaces.surfaceOf(open(opener.mainFrame).real)).toBe(expected)
})

test('a name given outweighs where a page came from', () => {
  const { surfaces, open } = bench()
  const [room, other] = [open(), open()]
  surfaces.name(room.real, 'room')
  const child = open(room.mainFrame)
  surfaces.name(child.real, 'own')
  expect(surfaces.surfaceOf(child.real)).toBe('own')
  expect(surfaces.surfaceOf(other.real)).toBeNull()
})
