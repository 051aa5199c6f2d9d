import { expect, test } from 'vitest'
import { judgeWorkstation } from '../../../../shared/equipment/judge-computer.ts'
import type { ComputerFacts, HostFacts, WorkstationFacts } from '../../../../shared/equipment/workstation-facts.ts'
import { thresholds } from './bench.ts'

const computer: ComputerFacts = {
  ...{ roomInReceptions: 214, writeMegabytesPerSecond: 180, flushMs: 4, idleProcessorPercent: 80 },
  ...{ freeMemoryGigabytes: 6, clockOffsetSeconds: 0.2, systemTimeZone: 'Asia/Novokuznetsk' },
  ...{ bodyTimeZone: 'Asia/Novokuznetsk', sameOffset: true, ffmpegVersion: '7.1', missingMuxers: [] },
  ...{ secondEngineRefusal: null, power: 'mains', sleepAfterMinutes: 0, encrypted: true },
}
const host: HostFacts = {
  ...{ host: 'telemost.yandex.ru', lookupMs: 4, connectMs: 20, secureMs: 50, answerMs: 90 },
  ...{ status: 200, problem: null, clockOffsetSeconds: 0 },
}
const troubles = (part: Partial<ComputerFacts>, rest: Partial<WorkstationFacts> = {}) =>
  judgeWorkstation(thresholds, { hosts: [host], link: host, ...rest, computer: { ...computer, ...part } })
    .filter(({ state }) => state !== 'good')
    .map(({ code, state, cause }) => [code, state, cause].filter(Boolean).join(' '))

test.each<[string, Partial<ComputerFacts>, string[]]>([
  ['a good computer', {}, []],
  ['no room', { roomInReceptions: 0 }, ['diskRoom fault']],
  ['little room', { roomInReceptions: 8 }, ['diskRoom warning']],
  ['a slow disk', { writeMegabytesPerSecond: 3, flushMs: 90 }, ['diskSpeed warning', 'diskFlush warning']],
  ['a wrong clock', { clockOffsetSeconds: -40 }, ['clock warning']],
  ['another time zone', { sameOffset: false }, ['timeZone warning']],
  ['no ffmpeg', { ffmpegVersion: null }, ['ffmpeg fault notAvailable']],
  ['an ffmpeg without Matroska', { missingMuxers: ['matroska'] }, ['ffmpeg fault missingMuxer']],
  ['Wayland is told, not alarmed', { secondEngineRefusal: 'wayland' }, ['secondEngine unknown wayland']],
  ['on battery', { power: 'battery' }, ['power warning onBattery']],
  ['sleeps after a quarter', { sleepAfterMinutes: 15 }, ['sleep warning']],
  ['an open disk', { encrypted: false }, ['encryption warning notEncrypted']],
  [
    'a system that tells nothing',
    { power: null, sleepAfterMinutes: null, encrypted: null, clockOffsetSeconds: null },
    ['clock unknown', 'power unknown', 'sleep unknown', 'encryption unknown'],
  ],
])('%s', (_name, part, expected) => {
  expect(troubles(part)).toEqual(expected)
})

test('Telemost out of reach never is more than a warning, whatever stops it', () => {
  const gone: HostFacts = { ...host, answerMs: null, status: null, problem: 'certificate' }
  expect(troubles({}, { hosts: [host, gone], link: gone })).toEqual([
    'telemostHosts warning certificate',
    'telemostLink warning certificate',
  ])
  expect(troubles({}, { hosts: [], link: null })).toEqual(['telemostLink unknown noLink'])
  expect(troubles({}, { link: { ...host, status: 404 } })).toEqual(['telemostLink warning failed'])
})
