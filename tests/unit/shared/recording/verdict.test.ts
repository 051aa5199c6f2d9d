import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SlipThresholds } from '../../../../shared/recording/slip.ts'
import { frozenShareOf, judge, type Measured } from '../../../../shared/recording/verdict.ts'

const thresholds = SlipThresholds.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../../resources/recording-thresholds.json'), 'utf8')),
)
const good: Measured = {
  recordedMs: 900_000,
  gaps: [],
  audioHolesMs: 0,
  separationDb: 60,
  citizenSilentShare: 0.5,
  specialistSilentShare: 0.5,
  blackShare: 0,
  frozenShare: 0,
  driftMsPerMinute: 0,
  decodeErrors: 0,
  unreadableParts: 0,
  packetsDiffering: 0,
  chunksMissing: 0,
  shorterMs: 0,
  pictureMissingMs: 0,
  mayPictureStand: false,
  standInMs: 0,
  nobodyHeardMs: 8_000,
  citizenLostMs: 20_000,
  specialistLostMs: 4_000,
  talkStartMissingMs: 1_500,
  talkEndMissingMs: 0,
  unloggedMs: 0,
  tailCutBytes: 0,
  clockSetMs: 0,
  partsApart: 0,
  fileCutShortMs: 0,
  roomsNotRecognised: 0,
  roomLostMs: 0,
}
const gap = (ms: number) => [{ startMs: 1_000, endMs: 1_000 + ms, cause: 'recorderLost' as const }]

const table: [string, Partial<Measured>, 'sound' | 'doubtful' | 'damaged', string[]][] = [
  ['nothing found', {}, 'sound', []],
  ['nobody spoke alone long enough', { separationDb: null }, 'sound', []],
  ['a still but living picture with sound', { frozenShare: 0.49 }, 'sound', []],
  ['a part nobody can read', { unreadableParts: 1 }, 'damaged', ['unreadable']],
  ['one decode error', { decodeErrors: 1 }, 'damaged', ['decodeErrors']],
  ['one packet differs', { packetsDiffering: 1 }, 'damaged', ['packetsDiffer']],
  ['one chunk missing', { chunksMissing: 1 }, 'damaged', ['chunkMissing']],
  ['shorter by a blink', { shorterMs: 900 }, 'sound', []],
  ['shorter by seconds', { shorterMs: 5_000 }, 'doubtful', ['shorterThanWallClock']],
  ['a tenth is missing', { shorterMs: 120_000 }, 'damaged', ['shorterThanWallClock']],
  ['a gap of a blink', { gaps: gap(900) }, 'sound', []],
  ['a gap', { gaps: gap(4_000) }, 'doubtful', ['gap']],
  ['a few lost packets', { audioHolesMs: 600 }, 'sound', []],
  ['a lost word', { audioHolesMs: 1_500 }, 'doubtful', ['audioHoles']],
  ['a twentieth of the sound lost', { audioHolesMs: 50_000 }, 'damaged', ['audioHoles']],
  ['mono', { separationDb: 0 }, 'doubtful', ['separationLow']],
  ['silent citizen', { citizenSilentShare: 1 }, 'doubtful', ['citizenSilent']],
  ['silent specialist', { specialistSilentShare: 0.98 }, 'doubtful', ['specialistSilent']],
  ['black', { blackShare: 0.4 }, 'doubtful', ['blackPicture']],
  ['frozen', { frozenShare: 0.8 }, 'doubtful', ['frozenPicture']],
  ['drift either way', { driftMsPerMinute: -31 }, 'doubtful', ['drift']],
  ['both kinds', { separationDb: 0, decodeErrors: 3 }, 'damaged', ['decodeErrors', 'separationLow']],
  ['a picture missing for a blink', { pictureMissingMs: 1_900 }, 'sound', []],
  ['a picture missing for seconds', { pictureMissingMs: 5_000 }, 'doubtful', ['pictureMissing']],
  ['a picture missing for a third', { pictureMissingMs: 300_000 }, 'damaged', ['pictureMissing']],
  ['a film that may stand still', { pictureMissingMs: 300_000, mayPictureStand: true }, 'doubtful', ['pictureMissing']],
  ['a stand-in while the source was chosen anew', { standInMs: 4_000 }, 'sound', []],
  ['a stand-in for longer', { standInMs: 20_000 }, 'doubtful', ['standInPicture']],
  ['nobody heard for a third', { nobodyHeardMs: 301_000 }, 'doubtful', ['nobodyHeard']],
  ['the citizen lost at the end', { citizenLostMs: 500_000 }, 'doubtful', ['citizenLost']],
  ['a citizen silent throughout', { citizenLostMs: 900_000, citizenSilentShare: 1 }, 'doubtful', ['citizenSilent']],
  ['the specialist lost at the end', { specialistLostMs: 500_000 }, 'doubtful', ['specialistLost']],
  ['the talk began before the recording', { talkStartMissingMs: 6_000 }, 'doubtful', ['talkStartMissing']],
  ['the talk went on after it', { talkEndMissingMs: 3_000 }, 'doubtful', ['talkEndMissing']],
  ['one chunk without a line', { unloggedMs: 1_900 }, 'sound', []],
  ['several chunks without a line', { unloggedMs: 4_000 }, 'doubtful', ['unlogged']],
  ['no log at all', { unloggedMs: 900_000 }, 'damaged', ['unlogged']],
  ['a tail cut off', { tailCutBytes: 4_096 }, 'sound', ['tailCut']],
  ['a clock that was set', { clockSetMs: 60_000 }, 'doubtful', ['clockSet']],
  ['the meeting left moments before the end', { roomLostMs: 3_000 }, 'sound', ['roomLost']],
  ['a room whose page died', { roomLostMs: 14_000 }, 'doubtful', ['roomLost']],
  ['a part in another codec', { partsApart: 1 }, 'damaged', ['partsApart']],
  ['a file that ends before its header says', { fileCutShortMs: 1_800_000 }, 'damaged', ['fileCutShort']],
  ['nothing recorded', { recordedMs: 0, unreadableParts: 1 }, 'damaged', ['unreadable']],
]

test.each(table)('%s', (_, change, verdict, codes) => {
  const judged = judge({ ...good, ...change }, thresholds)
  expect(judged.verdict).toBe(verdict)
  expect(judged.remarks.map(remark => remark.code)).toEqual(codes)
})

test('worse measurements never make a better verdict', () => {
  const rank = { sound: 0, doubtful: 1, damaged: 2 }
  const numbers = fc.record({
    audioHolesMs: fc.nat(100_000),
    shorterMs: fc.nat(200_000),
    decodeErrors: fc.nat(2),
    blackShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(numbers, numbers, (one, more) => {
      const worse = {
        audioHolesMs: one.audioHolesMs + more.audioHolesMs,
        shorterMs: one.shorterMs + more.shorterMs,
        decodeErrors: one.decodeErrors + more.decodeErrors,
        blackShare: Math.min(1, one.blackShare + more.blackShare),
      }
      const before = judge({ ...good, ...one }, thresholds).verdict
      expect(rank[judge({ ...good, ...worse }, thresholds).verdict]).toBeGreaterThanOrEqual(rank[before])
    }),
  )
})

describe('share of a picture that does not change', () => {
  const share = (reports: { atMs: number; repeated: number; placeholder: number }[]) =>
    frozenShareOf(reports, { startedAtMs: 0, recordedMs: 10_000, stillRepeatMs: 200 })
  test.each([
    ['lively', [{ atMs: 10_000, repeated: 0, placeholder: 0 }], 0],
    ['still throughout', [{ atMs: 10_000, repeated: 50, placeholder: 0 }], 1],
    ['stand-in picture for two seconds', [{ atMs: 10_000, repeated: 0, placeholder: 10 }], 0.2],
    ['a report cannot hold more than its time', [{ atMs: 1_000, repeated: 500, placeholder: 0 }], 0.1],
    ['no reports', [], 0],
  ])('%s', (_, reports, expected) => expect(share(reports)).toBeCloseTo(expected))
})
