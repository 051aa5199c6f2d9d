import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openWindowState, placeWindow, type WindowState } from '../../../../electron/desktop/window-state.ts'

const area = (x: number, y: number, width: number, height: number) => ({ workArea: { x, y, width, height } })
const state = (x: number, y: number, width: number, height: number, maximized = false): WindowState => ({
  bounds: { x, y, width, height },
  maximized,
})
const office = area(0, 0, 1366, 728)
const wide = area(0, 0, 1920, 1040)
const left = area(-1920, 0, 1920, 1040)

test.each<[string, WindowState | null, (typeof office)[], WindowState]>([
  ['the first start on a wide screen', null, [wide], state(160, 40, 1600, 960)],
  ['the first start on a small screen', null, [office], state(0, 0, 1366, 728, true)],
  ['as it was left', state(100, 50, 1400, 900), [wide], state(100, 50, 1400, 900)],
  ['as it was left, maximised', state(100, 50, 1400, 900, true), [wide], state(100, 50, 1400, 900, true)],
  ['the second display to the left', state(-1800, 20, 1400, 900), [wide, left], state(-1800, 20, 1400, 900)],
  ['that display was taken away', state(-1800, 20, 1400, 900), [wide], state(160, 40, 1600, 960)],
  ['it was taken away, maximised', state(-1800, 20, 1400, 900, true), [wide], state(160, 40, 1600, 960, true)],
  ['half off the screen', state(1400, 300, 1400, 900), [wide], state(520, 140, 1400, 900)],
  ['a sliver on the screen', state(1900, 300, 1400, 900), [wide], state(160, 40, 1600, 960)],
  ['the title above the screen', state(100, -300, 1400, 900), [wide], state(160, 40, 1600, 960)],
  ['below the screen', state(100, 1030, 1400, 900), [wide], state(160, 40, 1600, 960)],
  ['larger than the display of today', state(0, 0, 1900, 1000), [office], state(0, 0, 1366, 728)],
  ['too small to be used', state(10, 10, 200, 100), [wide], state(10, 10, 1024, 640)],
  ['a screen smaller than the least size', state(0, 0, 1024, 640), [area(0, 0, 800, 560)], state(0, 0, 800, 560)],
  ['no display at all (remote session)', null, [], state(0, 0, 1600, 960)],
])('%s', (_what, remembered, displays, expected) => {
  expect(placeWindow(remembered, displays)).toEqual(expected)
})

const folder = mkdtempSync(join(tmpdir(), 'window-state-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the last of many places is written and read again', () => {
  vi.useFakeTimers()
  const file = openWindowState(join(folder, 'window.json'))
  const { bounds } = state(1, 2, 1300, 700)
  file.opened(bounds, () => bounds)
  vi.runAllTimers()
  for (let x = 0; x < 100; x += 1) file.write(state(x, 2, 1300, 700))
  expect(file.read()).toBeNull()
  file.write(state(1, 2, 1300, 700, true))
  vi.runAllTimers()
  vi.useRealTimers()
  expect(openWindowState(join(folder, 'window.json')).read()).toEqual(state(1, 2, 1300, 700, true))
})

test('a frame that shifts what the window says of its place is no move, a move is one', () => {
  vi.useFakeTimers()
  const file = openWindowState(join(folder, 'framed.json'))
  const asked = state(160, 60, 1300, 700).bounds
  const said = { ...asked, x: 161, y: 80 }
  // The manager of windows puts its frame around it: nobody moved it.
  file.write({ bounds: said, maximized: false })
  file.opened(asked, () => said)
  vi.runAllTimers()
  expect(file.read()).toBeNull()
  file.write({ bounds: { ...said, x: said.x + 40 }, maximized: false })
  vi.runAllTimers()
  expect(file.read()).toEqual(state(200, 60, 1300, 700))
  vi.useRealTimers()
})

test.each(['', '{', '{"bounds":{"x":0,"y":0,"width":"1","height":1},"maximized":false}', '[]', '{"maximized":true}'])(
  'a file with «%s» counts as none',
  text => {
    const path = join(folder, 'damaged.json')
    writeFileSync(path, text)
    expect(openWindowState(path).read()).toBeNull()
  },
)
