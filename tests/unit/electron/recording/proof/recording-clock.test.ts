import { expect, test } from 'vitest'
import {
  recordingClock,
  straightPartLog,
  straightSessionLog,
} from '../../../../../electron/recording/proof/recording-clock.ts'
import type { PartLogLine, SessionLogLine } from '../../../../../shared/recording/part-log.ts'

/** A minute of recording; the wall clock is set by `stepMs` at `stepAtMs`, seen through the eyes of the logs. */
const zeroAtMs = Date.parse('2026-11-20T02:00:00Z')
const lengthMs = 60_000
const run = 'first'

interface Simulated {
  readonly stepMs: number
  readonly stepAtMs: number
  /** True times since the start of the recording. */
  readonly document: readonly [from: number, to: number]
}

function logsOf({ stepMs, stepAtMs, document }: Simulated) {
  const wall = (ms: number) => zeroAtMs + ms + (ms >= stepAtMs ? stepMs : 0)
  const both = (ms: number) => ({ atMs: wall(ms), monotonicMs: 5_000 + ms, run })
  const of = (ms: number) => ({ monotonicMs: 5_000 + ms, run })
  const part: PartLogLine[] = [
    { kind: 'opened', ...both(0) },
    { kind: 'started', startedAtMs: wall(100), mimeType: 'video/webm', ...of(100) },
  ]
  for (let ms = 500, sequence = 0; ms <= lengthMs; ms += 500, sequence += 1) {
    part.push({ kind: 'chunk', sequence, byteLength: 10, sha256: '', ...both(ms) })
  }
  part.push({ kind: 'stopped', stoppedAtMs: wall(lengthMs), chunkCount: 120, ...of(lengthMs) })
  const [from, to] = document
  const events: { ms: number; line: SessionLogLine }[] = [
    { ms: from, line: { kind: 'marker', code: 'documentShown', atMs: wall(from) } },
    { ms: to, line: { kind: 'marker', code: 'documentRemoved', atMs: wall(to) } },
    { ms: to, line: { kind: 'document', fromMs: wall(from), toMs: wall(to) } },
    { ms: lengthMs, line: { kind: 'finished', atMs: wall(lengthMs) } },
  ]
  const session: SessionLogLine[] = [{ kind: 'clock', ...both(0) }]
  for (const { ms, line } of events) {
    if (ms >= stepAtMs && stepMs !== 0 && session.every(one => one.kind !== 'clock' || one.atMs === wall(0)))
      session.push({ kind: 'clock', ...both(ms) })
    session.push(line)
  }
  return { part, session }
}

function straight(simulated: Simulated) {
  const { part, session } = logsOf(simulated)
  const clock = recordingClock(session, [part])
  const lines = straightSessionLog(session, clock)
  const document = lines.find(line => line.kind === 'document')
  return {
    parts: straightPartLog(part, clock),
    markers: lines.filter(line => line.kind === 'marker').map(({ atMs }) => atMs - zeroAtMs),
    finished: (lines.find(line => line.kind === 'finished')?.atMs ?? 0) - zeroAtMs,
    covered: [(document?.fromMs ?? 0) - zeroAtMs, (document?.toMs ?? 0) - zeroAtMs] as const,
    stepMs: clock.largestStepMs,
  }
}

const steps = [-3_600_000, -60_000, -30_000, -5_000, -2_500, 2_500, 5_000, 30_000, 60_000, 3_600_000]
const moments = [250, 20_000, 30_000, 40_250, 59_000]
const documents: readonly Simulated['document'][] = [
  [2_000, 10_000],
  [19_000, 21_000],
  [15_000, 45_000],
  [39_900, 40_500],
  [50_000, 58_000],
]
const cases = steps.flatMap(stepMs =>
  moments.flatMap(stepAtMs => documents.map(document => ({ stepMs, stepAtMs, document }) satisfies Simulated)),
)

test.each(cases)('a step of $stepMs ms at $stepAtMs moves nothing; $document stays covered', simulated => {
  const { stepMs, document } = simulated
  const { parts, finished, covered, ...found } = straight(simulated)
  expect(found.stepMs).toBe(stepMs)
  expect(parts[1]).toMatchObject({ kind: 'started', startedAtMs: zeroAtMs + 100 })
  expect(parts.at(-1)).toMatchObject({ kind: 'stopped', stoppedAtMs: zeroAtMs + lengthMs })
  for (const line of parts) {
    if (line.kind === 'chunk') expect(line.atMs).toBe(zeroAtMs + (line.sequence + 1) * 500)
  }
  expect(finished).toBe(lengthMs)
  const [from, to] = document
  expect(covered[0]).toBeLessThanOrEqual(from)
  expect(covered[1]).toBeGreaterThanOrEqual(to)
})

test.each(cases.filter(({ stepMs }) => Math.abs(stepMs) > lengthMs))(
  'a step of $stepMs ms at $stepAtMs leaves no doubt: $document is covered to the second',
  simulated => {
    const { document } = simulated
    const { covered, markers } = straight(simulated)
    expect(covered).toEqual(document)
    expect(markers).toEqual(document)
  },
)

test.each(documents)('a clock that is never set changes nothing: %s–%s', (from, to) => {
  const simulated = { stepMs: 0, stepAtMs: 30_000, document: [from, to] as const }
  const { part, session } = logsOf(simulated)
  const clock = recordingClock(session, [part])
  expect(straightPartLog(part, clock)).toEqual(part)
  expect(straightSessionLog(session, clock)).toEqual(session)
  expect(clock.largestStepMs).toBe(0)
})

test('logs of an older program, without the second clock, are taken as they are', () => {
  const part: PartLogLine[] = [
    { kind: 'opened', atMs: 1 },
    { kind: 'chunk', sequence: 0, byteLength: 1, sha256: '', atMs: 400_000 },
  ]
  const session: SessionLogLine[] = [{ kind: 'document', fromMs: 10, toMs: 20 }]
  const clock = recordingClock(session, [part])
  expect(straightPartLog(part, clock)).toEqual(part)
  expect(straightSessionLog(session, clock)).toEqual(session)
})

test('a run of the workstation goes on where the wall clock of the run before stood, steps taken off', () => {
  const clock = recordingClock(
    [
      { kind: 'clock', atMs: zeroAtMs, monotonicMs: 1_000, run: 'one' },
      { kind: 'clock', atMs: zeroAtMs + 10_000 - 60_000, monotonicMs: 11_000, run: 'one' },
      { kind: 'clock', atMs: zeroAtMs + 20_000 - 60_000, monotonicMs: 50, run: 'two' },
    ],
    [],
  )
  expect(clock.at({ run: 'two', monotonicMs: 5_050, atMs: 0 })).toBe(zeroAtMs + 25_000)
  expect(clock.largestStepMs).toBe(-60_000)
})
