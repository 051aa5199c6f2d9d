import type { LivePart } from './live-part.ts'
import type { LiveRecording } from './live-recording.ts'
import type { Hello } from './page-link.ts'
import type { RecorderPage } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'

/** Whether the page still has this part in hand. */
export const holdsPart = (hello: Hello, recordingId: string, partNumber: number): boolean =>
  hello.holding?.recordingId === recordingId && hello.holding.partNumber === partNumber

/** Whether the page has the part in hand that is open here. */
export const holdsLivePart = (hello: Hello, live: LiveRecording | null): boolean =>
  live?.part != null && holdsPart(hello, live.session.recordingId, live.part.partNumber)

/** Has a page that is back go on with the part it holds: it sends again what is missing here. */
export async function resumePart(
  log: RecorderTools['log'],
  recording: LiveRecording,
  part: LivePart,
  page: RecorderPage,
): Promise<void> {
  part.made(page.hello.holding?.nextSequence ?? 0)
  // What the broken link brought is still being written: ask only for the rest.
  await part.whenIdle()
  const address = { recordingId: recording.session.recordingId, partNumber: part.partNumber }
  page.link.send({ kind: 'welcome', resume: { ...address, nextSequence: part.nextSequence() } })
  if (recording.phase === 'stopping') page.link.send({ kind: 'stopPart', ...address })
  log.info({ ...address, nextSequence: part.nextSequence() }, 'recorder page is back, the part goes on')
}
