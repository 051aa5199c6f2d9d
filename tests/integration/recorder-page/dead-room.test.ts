import { expect, test, vi } from 'vitest'
import { alarmAfterMs } from '../../../electron/recording/live/alarms.ts'
import { afterStatus, noSources, type SourceFacts } from '../../../electron/recording/live/source-facts.ts'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { toneWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/**
 * What the workstation concludes from the reports of a real page about a room that died. A living room in which nothing
 * moves and nobody speaks reports the same (measured: 24 s without a fresh picture), so the alarm only says what is seen.
 */
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await toneWav(1000)
let workplace: Workplace
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

/** The reports since `sinceMs` as the workstation adds them up, one after another. */
function conclusions(sinceMs: number): readonly SourceFacts[] {
  const reports = workplace.sink.messages.filter(
    (message): message is RecorderStatus => message.kind === 'status' && message.atMs >= sinceMs,
  )
  let facts = noSources(sinceMs)
  return reports.map(report => {
    facts = afterStatus(facts, report, report.atMs, Number.POSITIVE_INFINITY)
    return facts
  })
}
const isSaid = (facts: SourceFacts, nowMs: number): boolean =>
  facts.picture.condition === 'ended' ||
  (facts.deadSinceMs !== null && nowMs - facts.deadSinceMs >= alarmAfterMs.roomStill)

test(
  'the room’s tab crashes: said within 5 s, while the recording goes on',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const room = await workplace.openRoom('mode=lively&sound=speech')
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    const causedAtMs = Date.now()
    // The answer never comes: its page is gone.
    room.goto('chrome://crash').catch(() => undefined)
    const saidAtMs = await workplace.sink.until('said', () => {
      const facts = conclusions(causedAtMs)
      return facts.find(fact => isSaid(fact, fact.status?.atMs ?? 0))?.status?.atMs
    })
    expect(saidAtMs - causedAtMs).toBeLessThan(5_000)
    await workplace.stopPart(1)
  }),
)
