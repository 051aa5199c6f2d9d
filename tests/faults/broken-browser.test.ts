import { afterEach, expect, test } from 'vitest'
import { browserPid, busiestOf, descendantsOf, rendererPids } from '../fixtures/processes.ts'
import { openReceptionBench, type ReceptionBench } from '../fixtures/reception-bench.ts'
import { longestHole, sceneTimes } from '../fixtures/scene-times.ts'
import { finishAndSeal } from '../fixtures/sealed-recording.ts'
import { measured } from '../fixtures/undisturbed.ts'

/**
 * A part of the browser breaks in the middle of a real recording. Either nothing is lost, or it is said within five
 * seconds and the slip does not call the recording whole.
 */
const saidWithinMs = 5_000
/** Between two pictures where nothing was lost, on a machine that is busy. */
const usualStepMs = 900
const standstillMs = 7_000

let bench: ReceptionBench | null = null
async function closeBench(): Promise<void> {
  await bench?.close()
  bench = null
}
afterEach(closeBench)

async function startTalk(): Promise<ReceptionBench> {
  const at = await openReceptionBench({ room: { mode: 'lively', sound: 'speech' } })
  bench = at
  await at.act({ kind: 'roomOpened' })
  await at.arm()
  await at.act({ kind: 'citizenConnected' })
  await at.recorderUntil('bytes are on disk', view => view.recording?.savedUntil != null)
  await at.goOnRecording(3_000, 30_000)
  return at
}

const gpuPid = (): number => {
  const found = descendantsOf(browserPid()).find(({ commandLine }) => commandLine.includes('--type=gpu-process'))
  return found?.pid ?? expect.fail('the browser has no GPU process')
}

/** Beside the recorder only the room is painted all the time. */
async function roomPid(at: ReceptionBench): Promise<number> {
  const recorderPid = await at.recorderPid()
  return busiestOf([...rendererPids()].filter(pid => pid !== recorderPid))
}

async function standStill(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  await new Promise(resolve => setTimeout(resolve, standstillMs))
  process.kill(pid, 'SIGCONT')
}

const breaks: readonly (readonly [string, (at: ReceptionBench) => Promise<void>])[] = [
  ['the GPU process is killed', async () => void process.kill(gpuPid(), 'SIGKILL')],
  ['the recorder’s page stands still for seven seconds', async at => standStill(await at.recorderPid())],
  ['the room’s page stands still for seven seconds', async at => standStill(await roomPid(at))],
]

test.each(breaks)('%s: nothing is lost, or it is said and the slip names it', (_name, breakIt) =>
  measured(async () => {
    const at = await startTalk()
    const brokenAtMs = Date.now()
    const said = at
      .recorderUntil('an alarm', view => view.alarms.length > 0, saidWithinMs)
      .then(({ alarms }) => alarms.map(({ code }) => code))
      .catch(() => [])
    await breakIt(at)
    const alarms = await said
    await at.recorderUntil(
      'recording goes on, or is lost',
      view => view.recording === null || view.alarms.length === 0,
      30_000,
    )
    const { card } = await at.detail()
    if (card.state.facts.noticeDue) await at.act({ kind: 'noticeRepeated' })
    await at.goOnRecording(3_000, 30_000)
    const { slip, file } = await finishAndSeal(at)
    const hole = longestHole(await sceneTimes(file))
    console.info(`said: ${alarms.join(', ') || 'nothing'}; longest hole ${hole.lengthMs} ms, ${slip.verdict}`)
    if (hole.lengthMs < usualStepMs) return
    expect(hole.fromMs).toBeGreaterThan(brokenAtMs - usualStepMs)
    expect(alarms).not.toEqual([])
    expect(slip.remarks).not.toEqual([])
    expect(slip.verdict).not.toBe('sound')
  }, closeBench)(),
)

test(
  'the room is closed: said within five seconds, and the recording is not called whole',
  measured(async () => {
    const at = await startTalk()
    await at.roomPage().close()
    const { alarms } = await at.recorderUntil('an alarm', view => view.alarms.length > 0, saidWithinMs)
    console.info(`said: ${alarms.map(({ code }) => code).join(', ')}`)
    await at.goOnRecording(6_000, 30_000)
    const { slip } = await finishAndSeal(at)
    expect(slip.verdict).not.toBe('sound')
    expect(slip.remarks).not.toEqual([])
  }, closeBench),
)
