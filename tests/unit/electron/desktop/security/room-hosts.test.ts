import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readRoomRules } from '../../../../../electron/desktop/security/room-hosts.ts'
import { roomHostsFile, roomRules } from '../../../../fixtures/room-rules.ts'

const directory = mkdtempSync(join(tmpdir(), 'hosts-'))
afterAll(() => rmSync(directory, { recursive: true }))
const shipped = JSON.parse(readFileSync(roomHostsFile, 'utf8'))

function readChanged(change: (file: typeof shipped) => void) {
  const file = structuredClone(shipped)
  change(file)
  const path = join(directory, 'hosts.json')
  writeFileSync(path, JSON.stringify(file))
  return readRoomRules(path)
}

test('the shipped list reads', () => {
  expect(roomRules.pages).toContain('telemost.yandex.ru')
  expect(roomRules.reachable).toContain('*.strm.yandex.net')
  expect(roomRules.permissions).not.toContain('notifications')
  expect(roomRules.standInOrigin).toBeNull()
})

test('what the list refuses, it does not grant', () => {
  const refused: { permission: string }[] = shipped.permissions.refused
  for (const { permission } of refused) expect(roomRules.permissions).not.toContain(permission)
})

test.each([
  'https://telemost.yandex.ru',
  'telemost.yandex.ru/',
  'telemost.yandex.ru:443',
  'Telemost.yandex.ru',
  'telemоst.yandex.ru',
  'telemost.yandex.ru.',
  '*',
  '*.ru',
  '*.yandex.ru',
  '*telemost.yandex.ru',
  'yandex',
  'user@telemost.yandex.ru',
  '',
])('%j is no host and fails loudly, in the file and in a policy', host => {
  expect(() => readChanged(file => file.hosts.page.push(host))).toThrow()
  expect(() => readRoomRules(roomHostsFile, { added: { signIn: [host], reachable: [] } })).toThrow()
  expect(() => readRoomRules(roomHostsFile, { added: { signIn: [], reachable: [host] } })).toThrow()
})

test.each(['geolocation', 'notifications', 'openExternal', 'usb', 'clipboard-read', 'all'])(
  '%s cannot be granted by editing the file',
  permission => expect(() => readChanged(file => file.permissions.granted.push(permission))).toThrow(),
)

test('a key nobody knows fails', () => {
  expect(() => readChanged(file => Object.assign(file, { alsoAllowed: ['evil.example'] }))).toThrow()
  expect(() => readChanged(file => Object.assign(file.hosts, { other: ['evil.example'] }))).toThrow()
  expect(() => readChanged(file => Reflect.deleteProperty(file.hosts, 'page'))).toThrow()
})

test('a policy adds hosts by use', () => {
  const rules = readRoomRules(roomHostsFile, {
    added: { signIn: ['sso.company.example'], reachable: ['cdn.company.example'] },
  })
  expect(rules.signIn).toContain('sso.company.example')
  expect(rules.signIn).not.toContain('cdn.company.example')
  expect(rules.reachable).toEqual(expect.arrayContaining(['sso.company.example', 'cdn.company.example']))
})

test.each([
  'http://127.0.0.1',
  'http://localhost:47200',
  'https://127.0.0.1:47200',
  'http://127.0.0.1:47200/',
  'http://10.0.0.1:80',
])('no stand-in at %s', standInOrigin => expect(() => readRoomRules(roomHostsFile, { standInOrigin })).toThrow())
