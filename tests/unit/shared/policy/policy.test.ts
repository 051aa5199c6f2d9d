import { expect, test } from 'vitest'
import type * as z from 'zod'
import { lockedSettings, noPolicy, Policy, policyOfProfile, readPolicyText } from '../../../../shared/policy/policy.ts'

const whole = {
  recordingsDirectory: '/srv/videopriem/records',
  backupDirectory: '/mnt/copies',
  ffmpeg: '/opt/ffmpeg/bin/ffmpeg',
  browser: '/usr/bin/chromium-gost',
  passwordMinimumLength: 12,
  triesBeforePause: 5,
  pauseMinutes: 2,
  idleLockMinutes: 15,
  rawLetterDays: 14,
  documentDays: 60,
  telemostApiAddress: 'https://gate.mtsz.local/telemost-api',
  telemostHosts: ['telemost.mtsz.kemobl.ru', 'xn--e1aybc.xn--p1ai'],
  updates: { feed: 'https://updates.mtsz.local/videopriem', channel: 'stable', checkHours: 12 },
  crashDumps: true,
  passwordStore: 'gnome-libsecret',
  tray: false,
}
const problems = (policy: unknown): string[] => {
  const read = readPolicyText(JSON.stringify(policy), 'posix')
  return read.ok ? [] : read.problems
}

test('every key is understood', () => {
  expect(readPolicyText(JSON.stringify(whole), 'posix')).toEqual({ ok: true, policy: whole })
})

const ofWindows = {
  recordingsDirectory: 'D:\\Videopriem\\Records',
  backupDirectory: '\\\\server\\videopriem$',
  ffmpeg: 'C:/ffmpeg/ffmpeg.exe',
  browser: 'C:\\Program Files\\Yandex\\browser.exe',
  updates: { feed: '\\\\server\\updates', channel: 'latest', checkHours: 4 },
}
const ofPosix = {
  ...{ recordingsDirectory: '/srv/records', backupDirectory: '/mnt/copies', ffmpeg: '/usr/bin/ffmpeg' },
  ...{ browser: '/usr/bin/chromium', updates: { feed: '/mnt/updates', channel: 'latest', checkHours: 4 } },
}

test.each([
  ['windows', ofWindows, ofPosix, 'это путь Linux или macOS, а программа работает в Windows'],
  ['posix', ofPosix, ofWindows, 'это путь Windows, а программа работает не в Windows'],
] as const)('on %s a path of another system is refused, whichever key it stands at', (system, own, foreign, words) => {
  expect(readPolicyText(JSON.stringify(own), system)).toEqual({ ok: true, policy: own })
  for (const key of Object.keys(own) as (keyof typeof own)[]) {
    const read = readPolicyText(JSON.stringify({ ...own, [key]: foreign[key] }), system)
    expect(read).toEqual({
      ok: false,
      problems: [expect.stringContaining(`«${key === 'updates' ? 'updates.feed' : key}»: ${words}`)],
    })
  }
  const feed = 'https://updates.mtsz.local/videopriem'
  expect(readPolicyText(JSON.stringify({ updates: { feed } }), system)).toMatchObject({ ok: true })
})

test('no path of a policy is left out of that', () => {
  const isPath = (schema: z.ZodType) => schema.safeParse('/srv/x').success && !schema.safeParse('x').success
  const paths = Object.entries(Policy.shape).flatMap(([key, schema]) => (isPath(schema) ? [key] : []))
  expect([...paths, 'updates'].sort()).toEqual(Object.keys(ofPosix).sort())
})

test('an empty policy decides nothing, not even the defaults of the settings', () => {
  expect(readPolicyText('{}', 'posix')).toEqual({ ok: true, policy: noPolicy })
})

test('a file of Notepad with a mark of its encoding is read', () => {
  expect(readPolicyText('\uFEFF{"tray":false}', 'posix')).toEqual({ ok: true, policy: { tray: false } })
})

test('what a feed leaves open has its usual value', () => {
  expect(readPolicyText('{"updates":{"feed":"/mnt/updates"}}', 'posix')).toEqual({
    ok: true,
    policy: { updates: { feed: '/mnt/updates', channel: 'latest', checkHours: 4 } },
  })
})

test.each<[unknown, string]>([
  [[], 'нужен объект { … } с ключами политики'],
  ['text', 'нужен объект { … } с ключами политики'],
  [{ idleLockMinute: 5 }, 'неизвестный ключ «idleLockMinute»'],
  [{ updates: { feed: '/mnt/u', every: 4 } }, 'неизвестный ключ «updates.every»'],
  [{ updates: { channel: 'latest' } }, '«updates.feed»: нужна строка'],
  [{ idleLockMinutes: '10' }, '«idleLockMinutes»: нужно число'],
  [{ idleLockMinutes: 1.5 }, '«idleLockMinutes»: нужно целое число'],
  [{ idleLockMinutes: 0 }, '«idleLockMinutes»: Не меньше минуты'],
  [{ passwordMinimumLength: 4 }, '«passwordMinimumLength»: Не короче 8 знаков'],
  [{ tray: 'no' }, '«tray»: нужно true или false'],
  [{ passwordStore: 'basic' }, '«passwordStore»: Нужно одно из: gnome-libsecret, kwallet, kwallet5, kwallet6'],
  [{ telemostHosts: 'telemost.ru' }, '«telemostHosts»: нужен список [ … ]'],
  [
    { recordingsDirectory: 'records' },
    '«recordingsDirectory»: Нужен полный путь, например /srv/videopriem или D:\\Videopriem',
  ],
  [
    { recordingsDirectory: '../records' },
    '«recordingsDirectory»: Нужен полный путь, например /srv/videopriem или D:\\Videopriem',
  ],
  [{ updates: { feed: 'http://updates.local/x' } }, '«updates.feed»: Нужен адрес https:// или полный путь папки'],
  [{ updates: { feed: 'file:///mnt/u' } }, '«updates.feed»: Нужен адрес https:// или полный путь папки'],
  [{ updates: { feed: 'updates' } }, '«updates.feed»: Нужен адрес https:// или полный путь папки'],
  [{ updates: { feed: '/mnt/u', checkHours: 0 } }, '«updates.checkHours»: Не чаще раза в час'],
])('%j: %s', (policy, problem) => {
  expect(problems(policy)).toEqual([problem])
})

test.each([
  '*.yandex.ru',
  'https://telemost.ru',
  'telemost.ru:443',
  'Telemost.ru',
  'localhost',
  '10.0.0.1',
  'теле.рф',
  'a@b.ru',
  'a..ru',
  '',
])('no name of a host: %s', host => {
  expect(problems({ telemostHosts: [host] })).toHaveLength(1)
  expect(problems({ telemostHosts: [host] })[0]).toContain('«telemostHosts.0»')
})

test('all that is wrong is told at once', () => {
  expect(problems({ tray: 1, unknown: 2, pauseMinutes: 0 })).toHaveLength(3)
})

test('what is no JSON says so', () => {
  expect(readPolicyText('{tray: false}', 'posix')).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('не JSON')],
  })
})

test('the locked settings are those that are named', () => {
  expect(lockedSettings(noPolicy)).toEqual([])
  expect(lockedSettings({ pauseMinutes: 3, tray: true, idleLockMinutes: 5 })).toEqual([
    'pauseMinutes',
    'idleLockMinutes',
  ])
})

test('plausible people are not recorded into the folder of real ones', () => {
  const policy = { recordingsDirectory: '/srv/r', backupDirectory: '/srv/b', idleLockMinutes: 5 }
  expect(policyOfProfile(policy, { demonstration: true })).toEqual({ idleLockMinutes: 5 })
  expect(policyOfProfile(policy, { demonstration: false })).toEqual(policy)
})
