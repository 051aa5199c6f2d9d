import { expect, test } from 'vitest'
import { afterStatus, noSources } from '../../../../../electron/recording/live/source-facts.ts'
import type { RecorderStatus } from '../../../../../shared/recording/recorder-link.ts'
import { armedStatus } from '../../../../integration/recording-live/page-stand-in.ts'

const after = (reports: readonly Partial<RecorderStatus>[]) =>
  reports.reduce(
    (facts, report, index) => afterStatus(facts, armedStatus(report), index * 500, 1_000_000),
    noSources(0),
  )
const nothing = { citizenSourceLevelDb: -120 }

test.each([
  ['fresh pictures', [{ freshFrames: 1 }, { freshFrames: 2 }, { freshFrames: 3 }], null],
  ['a still room, repeated', [{ repeatedFrames: 1 }, { repeatedFrames: 3 }, { repeatedFrames: 6 }], null],
  ['«Нет изображения» is written too', [{ placeholderFrames: 1 }, { placeholderFrames: 2 }], null],
  ['only lost ones', [{ droppedFrames: 1 }, { droppedFrames: 9 }, { droppedFrames: 20 }], 500],
  ['nothing at all', [{ freshFrames: 5 }, { freshFrames: 5 }], 500],
  ['nothing, then again', [{ freshFrames: 5 }, { freshFrames: 5 }, { freshFrames: 6 }], null],
  ['one report says nothing yet', [{ freshFrames: 5 }], null],
] as const)('pictures stand still: %s', (_name, reports, since) => {
  expect(after(reports).stillSinceMs).toBe(since)
})

test.each([
  ['neither picture nor sound', [{ ...nothing }, { ...nothing, repeatedFrames: 3 }], 500],
  ['a still picture beside the faintest sound', [{}, { citizenSourceLevelDb: -100 }], null],
  ['silence beside fresh pictures', [{ ...nothing }, { ...nothing, freshFrames: 1 }], null],
  ['a picture that ended has an alarm of its own', [{ ...nothing }, { ...nothing, picture: 'ended' }], null],
  ['no sound was chosen', [{ ...nothing }, { ...nothing, citizenSound: 'absent' }], null],
] as const)('the room is dead: %s', (_name, reports, since) => {
  expect(after(reports).deadSinceMs).toBe(since)
})
