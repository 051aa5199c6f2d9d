import { describe, expect, test } from 'vitest'
import { afterStatus, noSources, type SourceFacts } from '../../../../../electron/recording/live/source-facts.ts'
import type { RecorderStatus } from '../../../../../shared/recording/recorder-link.ts'
import { armedStatus } from '../../../../integration/recording-live/page-stand-in.ts'

const held = 1_000
const run = (reports: readonly Partial<RecorderStatus>[], stepMs = 500): SourceFacts =>
  reports.reduce<SourceFacts>(
    (facts, report, index) => afterStatus(facts, armedStatus(report), index * stepMs, held),
    noSources(0),
  )
const unheard = { citizenSourceLevelDb: -20, citizenLevelDb: -90 }
const heard = { citizenSourceLevelDb: -20, citizenLevelDb: -22 }
const pause = { citizenSourceLevelDb: -80, citizenLevelDb: -90 }

describe('«слышно, но не записывается»', () => {
  test.each<[string, readonly Partial<RecorderStatus>[], number | null]>([
    ['recorded sound', [heard, heard], null],
    ['silence on both sides', [pause, pause], null],
    ['sound that is not recorded, from its first report', [heard, unheard, unheard], 500],
    ['a pause in speech goes on counting', [unheard, pause, pause, unheard], 0],
    ['a long silence ends it', [unheard, pause, pause, pause, pause, pause], null],
    ['a short burst begins anew after a long silence', [unheard, pause, pause, pause, pause, pause, unheard], 3_000],
    ['recorded sound ends it', [unheard, unheard, heard], null],
    ['just quiet enough to be called silent', [{ citizenSourceLevelDb: -44, citizenLevelDb: -70 }], 0],
    ['not loud enough to be called audible', [{ citizenSourceLevelDb: -45, citizenLevelDb: -120 }], null],
  ])('%s', (_name, reports, sinceMs) => {
    expect(run(reports).unrecordedSinceMs).toBe(sinceMs)
  })
})

test('a condition keeps the moment it began', () => {
  const facts = run([{}, { picture: 'muted' }, { picture: 'muted' }])
  expect(facts.picture).toEqual({ condition: 'muted', sinceMs: 500 })
  expect(facts.microphone).toEqual({ condition: 'live', sinceMs: 0 })
})

test('the held limit is down again only when half of it is gone', () => {
  const reached = { ...noSources(0), heldLimitSinceMs: 7 }
  expect(afterStatus(reached, armedStatus({ heldBytes: 500 }), 10, held).heldLimitSinceMs).toBe(7)
  expect(afterStatus(reached, armedStatus({ heldBytes: 499 }), 10, held).heldLimitSinceMs).toBeNull()
})

describe('a voice in the room', () => {
  const quiet = { citizenSourceLevelDb: -80 }
  const loud = { citizenSourceLevelDb: -30 }
  const times = (count: number, report: Partial<RecorderStatus>) => Array.from({ length: count }, () => report)
  test.each<[string, readonly Partial<RecorderStatus>[], boolean]>([
    ['two seconds of it', times(5, loud), true],
    ['half a second less', times(4, loud), false],
    ['words with pauses between them', [loud, quiet, loud, quiet, loud], true],
    ['a door, a silence, a chair', [loud, quiet, quiet, quiet, loud], false],
    ['just not loud enough', times(9, { citizenSourceLevelDb: -45 }), false],
    ['said on for ten seconds of silence', [...times(5, loud), ...times(20, quiet)], true],
    ['and no longer', [...times(5, loud), ...times(21, quiet)], false],
  ])('%s', (_name, reports, expected) => {
    expect(run(reports).voice?.isVoice ?? false).toBe(expected)
  })
})
