import { openPartOf } from './lifecycle/lifecycle.ts'
import type { LivePart } from './live-part.ts'
import type { LiveRecording } from './live-recording.ts'
import type { Hello } from './page-link.ts'
import type { RecorderPage } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'
import type { RecordingState } from './recording-life.ts'

/** Whether the page still has this part in hand. */
export const holdsPart = (hello: Hello, recordingId: string, partNumber: number): boolean =>
  hello.holding?.recordingId === recordingId && hello.holding.partNumber === partNumber

/** Whether the page has the part in hand that is open here. */
export function holdsLivePart(hello: Hello, state: RecordingState): boolean {
  const part = openPartOf(state)
  return part !== null && 'recording' in state.step
    ? holdsPart(hello, state.step.recording.session.recordingId, part.partNumber)
    : false
}

export interface PartResumption {
  readonly log: RecorderTools['log']
  readonly recording: LiveRecording
  readonly part: LivePart
  readonly page: RecorderPage
  /** The page is told once more to stop. */
  readonly isStopped: boolean
  /** Whether the part can still be gone on with. */
  readonly isInHand: () => boolean
}

/** Has a page that is back go on with the part it holds: it sends again what is missing here. */
export async function resumePart({ log, recording, part, page, isStopped, isInHand }: PartResumption): Promise<void> {
  part.made(page.hello.holding?.nextSequence ?? 0)
  // What the broken link brought is still being written: ask only for the rest.
  await part.whenIdle()
  // Lost meanwhile: the page was told already that nothing of it is wanted.
  if (!isInHand()) return
  const address = { recordingId: recording.session.recordingId, partNumber: part.partNumber }
  page.link.send({ kind: 'welcome', resume: { ...address, nextSequence: part.nextSequence() } })
  if (isStopped) page.link.send({ kind: 'stopPart', ...address })
  log.info({ ...address, nextSequence: part.nextSequence() }, 'recorder page is back, the part goes on')
}
