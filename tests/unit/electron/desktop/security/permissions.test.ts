import { describe, expect, test } from 'vitest'
import type { Surface } from '../../../../../electron/desktop/security/navigation.ts'
import { mayHave, type PermissionQuestion } from '../../../../../electron/desktop/security/permissions.ts'
import type { Permission } from '../../../../../electron/desktop/security/room-hosts.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'
import { demonstrationRules, roomRules } from '../../../../fixtures/room-rules.ts'

/** Every name of electron.d.ts; a new one there fails the type and has to be decided. */
const permissions = Object.keys({
  ar: 0,
  'automatic-fullscreen': 0,
  'background-fetch': 0,
  'background-sync': 0,
  'captured-surface-control': 0,
  'clipboard-read': 0,
  'clipboard-sanitized-write': 0,
  'deprecated-sync-clipboard-read': 0,
  'display-capture': 0,
  fileSystem: 0,
  fullscreen: 0,
  geolocation: 0,
  'geolocation-approximate': 0,
  'hand-tracking': 0,
  hid: 0,
  'idle-detection': 0,
  keyboardLock: 0,
  'local-fonts': 0,
  'local-network': 0,
  'local-network-access': 0,
  'loopback-network': 0,
  media: 0,
  mediaKeySystem: 0,
  midi: 0,
  midiSysex: 0,
  nfc: 0,
  notifications: 0,
  openExternal: 0,
  'payment-handler': 0,
  'periodic-background-sync': 0,
  'persistent-storage': 0,
  pointerLock: 0,
  'screen-wake-lock': 0,
  sensors: 0,
  serial: 0,
  'smart-card': 0,
  'speaker-selection': 0,
  'storage-access': 0,
  'system-wake-lock': 0,
  'top-level-storage-access': 0,
  usb: 0,
  vr: 0,
  'web-app-installation': 0,
  'web-printing': 0,
  'window-management': 0,
  unknown: 0,
} satisfies Record<Permission, 0>) as Permission[]

const homes: Readonly<Record<Surface, string>> = {
  own: 'app://videopriem/',
  recorder: 'app://videopriem/recorder',
  room: 'https://telemost.yandex.ru/',
  signIn: 'https://passport.yandex.ru/',
}
const granted: Readonly<Record<Surface, readonly Permission[]>> = {
  own: ['clipboard-sanitized-write', 'fullscreen', 'media', 'speaker-selection'],
  recorder: ['media', 'display-capture'],
  room: ['media', 'display-capture', 'fullscreen', 'speaker-selection', 'clipboard-sanitized-write'],
  signIn: [],
}
const surfaces = Object.keys(homes) as Surface[]
const ask = (surface: Surface, permission: Permission, changes: Partial<PermissionQuestion> = {}) =>
  mayHave({ permission, surface, requester: homes[surface], isMainFrame: true, devices: null, ...changes }, roomRules)

describe.each(surfaces)('%s', surface => {
  test.each(permissions)('%s', permission =>
    expect(ask(surface, permission)).toBe(granted[surface].includes(permission)),
  )
  test('an embedded frame gets nothing', () => {
    for (const permission of permissions) expect(ask(surface, permission, { isMainFrame: false })).toBe(false)
  })
  test('a page nobody named gets nothing', () => {
    for (const permission of permissions) expect(ask(surface, permission, { surface: null })).toBe(false)
  })
})

test.each(hostileLinks)('%j gets nothing on any surface', requester => {
  for (const surface of surfaces)
    for (const permission of permissions) expect(ask(surface, permission, { requester })).toBe(false)
})

test('a surface gets nothing in the name of another one', () => {
  expect(ask('recorder', 'media', { requester: homes.room })).toBe(false)
  expect(ask('room', 'media', { requester: homes.own })).toBe(false)
  expect(ask('room', 'media', { requester: homes.signIn })).toBe(false)
  expect(ask('own', 'fullscreen', { requester: 'app://videopriem.evil.example/' })).toBe(false)
})

test.each([
  ['own', ['audio', 'video'], true],
  ['own', ['unknown'], false],
  ['recorder', ['audio'], true],
  ['recorder', ['video'], false],
  ['recorder', ['audio', 'video'], false],
  ['recorder', ['unknown'], false],
  ['recorder', [], false],
  ['room', ['audio'], true],
  ['room', ['video'], true],
  ['room', ['audio', 'video'], true],
  ['room', ['unknown'], false],
  ['room', [], false],
] as const)('%s asks for %j: %s', (surface, devices, given) => expect(ask(surface, 'media', { devices })).toBe(given))

test('an origin without a slash is the same origin', () => {
  expect(ask('recorder', 'media', { requester: 'app://videopriem' })).toBe(true)
  expect(ask('room', 'media', { requester: 'https://telemost.yandex.ru' })).toBe(true)
})

test('the stand-in room of the demonstration has what the room has', () => {
  const question: PermissionQuestion = {
    permission: 'media',
    surface: 'room',
    requester: 'http://127.0.0.1:47200/',
    isMainFrame: true,
    devices: ['audio', 'video'],
  }
  expect(mayHave(question, demonstrationRules)).toBe(true)
  expect(mayHave(question, roomRules)).toBe(false)
})
