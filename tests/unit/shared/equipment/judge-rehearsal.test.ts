import { expect, test } from 'vitest'
import { judgeRehearsal, type RehearsalOutcome } from '../../../../shared/equipment/judge-rehearsal.ts'
import type { RehearsalFacts } from '../../../../shared/equipment/rehearsal-facts.ts'
import { type RehearsalPage, untoldRehearsalPage } from '../../../../shared/equipment/rehearsal-page.ts'
import { thresholds } from './bench.ts'

type Recorded = Extract<RehearsalOutcome, { kind: 'recorded' }>
const goodFacts: RehearsalFacts = {
  ...{
    durationMs: 15_000,
    framesPerSecond: 14.8,
    hiddenFramesPerSecond: 14.6,
    blackPercent: 0,
    separationDb: 42,
    syncMs: 30,
  },
  ...{ driftMsPerMinute: 4, specialistHeard: true, pairs: 14 },
}
const goodPage: RehearsalPage = { hidden: [], encoderLagsMs: [120, 900, 130], frames: 375, framesDropped: 1 }
const recorded = (facts: Partial<RehearsalFacts> = {}, rest: Partial<Recorded> = {}): Recorded => ({
  ...{ kind: 'recorded', decodeErrors: 0, audioHolesMs: 0, longestGapMs: 560, codec: 'vp9', byteLength: 300_000 },
  page: goodPage,
  ...rest,
  facts: { ...goodFacts, ...facts },
})
const troubles = (outcome: RehearsalOutcome) =>
  judgeRehearsal(thresholds, outcome)
    .filter(({ state }) => state !== 'good')
    .map(({ code, state, cause }) => [code, state, cause].filter(Boolean).join(' '))

test.each<[string, RehearsalOutcome, string[]]>([
  ['a good one', recorded(), []],
  ['voices not apart', recorded({ separationDb: 8 }), ['rehearsalVoices warning headset']],
  ['nobody spoke', recorded({ specialistHeard: false }), ['rehearsalVoices warning notHeard']],
  ['sound late', recorded({ syncMs: 180 }), ['rehearsalSync warning']],
  ['picture late', recorded({ syncMs: -500 }), ['rehearsalSync fault']],
  [
    'no signal found',
    recorded({ syncMs: null, driftMsPerMinute: null }),
    ['rehearsalSync unknown', 'rehearsalDrift unknown'],
  ],
  ['drifting', recorded({ driftMsPerMinute: -45 }), ['rehearsalDrift warning']],
  [
    'a slow computer',
    recorded({ framesPerSecond: 8 }, { audioHolesMs: 300 }),
    ['rehearsalRate warning', 'rehearsalHoles warning'],
  ],
  ['a slow disk', recorded({}, { longestGapMs: 4_000 }), ['rehearsalWriting warning']],
  [
    'a window that was not minimised',
    recorded({ hiddenFramesPerSecond: null }),
    ['rehearsalHiddenRate unknown notMinimised'],
  ],
  ['slow while minimised', recorded({ hiddenFramesPerSecond: 1 }), ['rehearsalHiddenRate fault']],
  [
    'an encoder that is behind',
    recorded({}, { page: { ...goodPage, encoderLagsMs: [100, 500, 600], framesDropped: 60 } }),
    ['rehearsalEncoder warning', 'rehearsalDropped warning'],
  ],
  [
    'a page that told nothing of itself',
    recorded({}, { page: untoldRehearsalPage }),
    ['rehearsalEncoder unknown', 'rehearsalDropped unknown'],
  ],
  ['black', recorded({ blackPercent: 80 }), ['rehearsalBlack warning']],
  ['a broken file', recorded({}, { decodeErrors: 2 }), ['rehearsalFile fault failed']],
  ['a recorder that did not start', { kind: 'failed', detail: 'not armed' }, ['rehearsalFile fault failed']],
  ['left out', { kind: 'leftOut' }, ['rehearsalFile unknown notAvailable']],
])('%s', (_name, outcome, expected) => {
  expect(troubles(outcome)).toEqual(expected)
})

test('the sign of the offset stays in the figure', () => {
  const sync = judgeRehearsal(thresholds, recorded({ syncMs: -90 })).find(({ code }) => code === 'rehearsalSync')
  expect(sync).toMatchObject({ figure: -90, state: 'good', unit: 'milliseconds' })
})
