import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { recorderLinkPath, ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import type { RunningSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { armedStatus, makePageStandIn } from '../recording-live/page-stand-in.ts'

/**
 * An armed recorder at a running workplace without a browser: it speaks the page's side of the real link. Its chunks are
 * no video, so that no recording made with it is ever sound. Answers how to end it.
 */
export async function armRecorderStandIn(
  { origin }: Pick<RunningSupervisor, 'origin'>,
  { cookie, calls }: Pick<ContractClient, 'cookie' | 'calls'>,
): Promise<() => void> {
  const page = makePageStandIn()
  const socket = new WebSocket(origin.replace('http', 'ws') + recorderLinkPath, { headers: { cookie, origin } })
  let isRecording = false
  let chosenFor: string | null = null
  const choiceId = randomUUID()
  const report = () => page.say(armedStatus({ recording: isRecording, chosenFor, choiceId }))
  socket.on('message', data => {
    page.onText(String(data))
    const message = ToRecorder.parse(JSON.parse(String(data)))
    const { kind } = message
    // The room of every reception is chosen as soon as it is open.
    if (kind === 'reception') {
      chosenFor = message.receptionId
      report()
    }
    if (kind === 'startPart') page.make(Buffer.alloc(2_000, 1))
    if (kind === 'startPart' || kind === 'stopPart') isRecording = kind === 'startPart'
  })
  await once(socket, 'open')
  page.open({ text: text => socket.send(text), binary: bytes => socket.send(bytes) })
  await page.next('welcome', 0)
  report()
  // The report and the answer travel by two wires.
  await until(
    'the room is recognised',
    () => calls.workplace.answerRoom({ choiceId, isRight: true }),
    answer => answer.ok,
  )
  const reports = setInterval(report, 1_000)
  return () => {
    clearInterval(reports)
    page.closed()
    socket.terminate()
  }
}
