import { afterEach, describe, expect, test } from 'vitest'
import type { Manifest, Slip } from '../../shared/recording/slip.ts'
import { browserPid } from '../fixtures/processes.ts'
import { openReceptionBench, type ReceptionBench } from '../fixtures/reception-bench.ts'
import { longestHole, sceneTimes } from '../fixtures/scene-times.ts'
import { finishAndSeal } from '../fixtures/sealed-recording.ts'
import { measured } from '../fixtures/undisturbed.ts'

/**
 * kill -9 of each process at a random moment of a real recording, measured against the clock painted in the scene: what
 * was painted and heard up to the kill may be missing from the sealed file for at most a second in all, and for nothing
 * when only the workstation or the supervisor died.
 */
const mayLoseMs = 1000
/** Between two frames where nothing was lost: a process that starts takes both processors away for a while. */
const usualStepMs = 900

let bench: ReceptionBench | null = null
async function closeBench(): Promise<void> {
  await bench?.close()
  bench = null
}
afterEach(closeBench)

/** Each measurement on a bench of its own. */
const onOwnBench = (measure: () => Promise<void>) => measured(measure, closeBench)

/** Not the same moment twice: anywhere between two key frames, two chunks, two checks. */
const randomMomentMs = () => 2_500 + Math.random() * 3_000

async function recordUntilRandomMoment(at: ReceptionBench): Promise<void> {
  const started = await at.recorderUntil('bytes are on disk', view => view.recording?.savedUntil != null)
  const untilMs = Date.parse(started.recording?.startedAt ?? '') + randomMomentMs()
  await at.recorderUntil('the moment has come', () => Date.now() >= untilMs)
}

async function startTalk(room: { mode: 'lively' | 'still'; sound: 'speech' | 'none' }): Promise<ReceptionBench> {
  const at = await openReceptionBench({ room })
  bench = at
  await at.act({ kind: 'roomOpened' })
  await at.arm()
  await at.act({ kind: 'citizenConnected' })
  return at
}

describe.each([1, 2])('the workstation is killed (%s)', () => {
  test(
    'the same part goes on, nothing is missing',
    onOwnBench(async () => {
      const at = await startTalk({ mode: 'lively', sound: 'speech' })
      await recordUntilRandomMoment(at)
      const pid = at.supervisor().workstationPid()
      if (pid === null) throw new Error('no workstation is running')
      process.kill(pid, 'SIGKILL')
      await at.reconnect()
      const { card } = await at.detail()
      expect(card.state.step.name).toBe('notifying')
      await at.goOnRecording(3_000)
      const { slip, manifest, file } = await finishAndSeal(at)
      expect(manifest.parts).toHaveLength(1)
      expect(slip.gaps).toEqual([])
      expect(longestHole(await sceneTimes(file)).lengthMs).toBeLessThan(usualStepMs)
    }),
  )
})

test(
  'the supervisor is killed: the next start finds port and session, the same part goes on, nothing is missing',
  onOwnBench(async () => {
    const at = await startTalk({ mode: 'lively', sound: 'speech' })
    await recordUntilRandomMoment(at)
    const { origin } = at.supervisor()
    await at.supervisor().kill()
    await at.restartSupervisor()
    expect(at.supervisor().origin).toBe(origin)
    expect((await at.detail()).card.state.step.name).toBe('notifying')
    await at.goOnRecording(3_000)
    const { slip, manifest, file } = await finishAndSeal(at)
    expect(manifest.parts).toHaveLength(1)
    expect(slip.gaps).toEqual([])
    expect(longestHole(await sceneTimes(file)).lengthMs).toBeLessThan(usualStepMs)
  }),
)

describe.each([
  { room: { mode: 'lively', sound: 'speech' }, victim: 'recorder' },
  { room: { mode: 'lively', sound: 'speech' }, victim: 'browser' },
  { room: { mode: 'still', sound: 'none' }, victim: 'recorder' },
  { room: { mode: 'still', sound: 'none' }, victim: 'browser' },
] as const)('the $victim is killed, $room.mode scene', ({ room, victim }) => {
  test(
    'at most a second is lost, the next part follows after the notice, the gap carries its cause',
    onOwnBench(async () => {
      const at = await startTalk(room)
      await at.act({ kind: 'noticeGiven' })
      await recordUntilRandomMoment(at)
      const killedAtMs = Date.now()
      process.kill(victim === 'browser' ? browserPid() : await at.recorderPid(), 'SIGKILL')

      await at.recorderUntil(
        'the loss is noticed',
        view => view.alarms.some(alarm => alarm.code === 'recorderLost'),
        6_000,
      )
      expect(Date.now() - killedAtMs).toBeLessThan(5_000)
      if (victim === 'browser') await at.openBrowser()
      await at.arm()
      const { card } = await at.detail()
      expect(card.state.step.name).toBe('identifying')
      expect(card.state.facts.noticeDue).toBe(true)
      await at.act({ kind: 'noticeRepeated' })
      await at.goOnRecording(3_000)
      const { slip, manifest, file } = await finishAndSeal(at)

      expect(manifest.parts.map(part => part.partNumber)).toEqual([1, 2])
      expect(slip.gaps.map(gap => gap.cause)).toEqual(['recorderLost'])
      expect(slip.markers.map(marker => marker.code)).toContain('noticeRepeated')
      expect(lostBefore({ slip, manifest, killedAtMs })).toBeLessThanOrEqual(mayLoseMs)
      if (room.mode === 'lively') {
        const hole = longestHole(await sceneTimes(file))
        expect(killedAtMs - hole.fromMs).toBeLessThanOrEqual(mayLoseMs)
      }
    }),
  )
})

/** Media missing at the end of part 1, by its length against the clock: counts sound as well as picture. */
function lostBefore(facts: { slip: Slip; manifest: Manifest; killedAtMs: number }): number {
  const first = facts.manifest.parts[0]
  if (!first) throw new Error('the recording has no part')
  return facts.killedAtMs - (Date.parse(facts.manifest.startedAt) + first.offsetMs + first.durationMs)
}
