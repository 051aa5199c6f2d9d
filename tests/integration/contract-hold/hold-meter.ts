import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { recorderLinkPath, ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import type { RunningSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { armedStatus, makePageStandIn } from '../recording-live/page-stand-in.ts'

/** A recorder without a page whose chunks follow each other as soon as they are acknowledged: it feels every hold. */
export interface HoldMeter {
  /** Resolves once the room of the open reception is chosen, and recognised as the one it is. */
  chosen(): Promise<void>
  /** Resolves once a part is being recorded and its first chunk is on the disk. */
  recording(): Promise<void>
  /**
   * Does the work; answers it with the longest wait for an acknowledgement meanwhile, and with the most time the thread
   * that acknowledges was at work during one of them, milliseconds.
   */
  during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly waitedMs: number; readonly heldMs: number }>
  /** Chunks acknowledged so far. */
  acknowledged(): number
  close(): void
}

/** How long the main thread of a process has been at work (Linux); what it waited for a processor is not counted. */
function mainThreadMs(pid: number | null): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

/** A chunk follows an acknowledgement after this long: a hold that begins in between is felt but for that much. */
const betweenMs = 8
const chunkBytes = 2_000

/** `film`: kept output of a real encoder; it is handed over in small chunks, over and over. */
export async function openHoldMeter(
  { origin, workstationPid }: Pick<RunningSupervisor, 'origin' | 'workstationPid'>,
  { cookie, calls }: Pick<ContractClient, 'cookie' | 'calls'>,
  film: Buffer,
): Promise<HoldMeter> {
  const page = makePageStandIn()
  const socket = new WebSocket(origin.replace('http', 'ws') + recorderLinkPath, { headers: { cookie, origin } })
  let isRecording = false
  let isOpen = true
  let chosenFor: string | null = null
  const choiceId = randomUUID()
  let at = 0
  let count = 0
  let sentAtMs = performance.now()
  let sentAtWorkMs = 0
  let waitedMs = 0
  let heldMs = 0
  const acknowledged: (() => void)[] = []
  const report = () => page.say(armedStatus({ recording: isRecording, chosenFor, choiceId }))

  function sendChunk(): void {
    if (!isOpen || !isRecording) return
    if (at + chunkBytes > film.byteLength) at = 0
    sentAtMs = performance.now()
    sentAtWorkMs = mainThreadMs(workstationPid())
    page.make(film.subarray(at, at + chunkBytes))
    at += chunkBytes
  }

  socket.on('message', data => {
    page.onText(String(data))
    const message = ToRecorder.parse(JSON.parse(String(data)))
    if (message.kind === 'reception') {
      chosenFor = message.receptionId
      report()
    }
    if (message.kind === 'startPart' || message.kind === 'stopPart') isRecording = message.kind === 'startPart'
    if (message.kind === 'startPart') sendChunk()
    if (message.kind !== 'acknowledge') return
    count += 1
    waitedMs = Math.max(waitedMs, performance.now() - sentAtMs)
    heldMs = Math.max(heldMs, mainThreadMs(workstationPid()) - sentAtWorkMs)
    for (const resolve of acknowledged.splice(0)) resolve()
    void pause(betweenMs).then(sendChunk)
  })
  await once(socket, 'open')
  page.open({ text: text => socket.send(text), binary: bytes => socket.send(bytes) })
  await page.next('welcome', 0)
  report()
  const reports = setInterval(report, 1_000)
  const nextAcknowledgement = () => new Promise<void>(resolve => acknowledged.push(resolve))
  return {
    async chosen() {
      if (chosenFor === null) await page.next('reception')
      // The report and the answer travel by two wires.
      await until(
        'the room is recognised',
        () => calls.workplace.answerRoom({ choiceId, isRight: true }),
        answer => answer.ok,
      )
    },
    recording: nextAcknowledgement,
    async during(work) {
      await nextAcknowledgement()
      waitedMs = 0
      heldMs = 0
      const value = await work()
      // The one on its way when the answer came, and one more: what the call left behind is its own.
      await nextAcknowledgement()
      await nextAcknowledgement()
      return { value, waitedMs, heldMs }
    },
    acknowledged: () => count,
    close() {
      isOpen = false
      clearInterval(reports)
      page.closed()
      socket.terminate()
    },
  }
}
