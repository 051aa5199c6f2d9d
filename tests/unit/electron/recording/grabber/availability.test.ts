import { expect, test } from 'vitest'
import { grabberObstacle } from '../../../../../electron/recording/grabber/availability.ts'

test.each<[NodeJS.Platform, Record<string, string>, ReturnType<typeof grabberObstacle>]>([
  ['linux', { DISPLAY: ':0' }, null],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, null],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, 'wayland'],
  ['linux', { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, 'wayland'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'wayland'],
  ['linux', {}, 'noDisplay'],
  ['linux', { DISPLAY: '' }, 'noDisplay'],
  ['win32', {}, 'platformUntried'],
  ['darwin', { DISPLAY: ':0' }, 'platformUntried'],
])('%s %o: %s', (platform, environment, expected) => {
  expect(grabberObstacle({ platform, environment })).toBe(expected)
})
