import type { ChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { RecordingAdoption } from './adoption.ts'
import { holdsLivePart, resumePart } from './held-part.ts'
import type { LivePart } from './live-part.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import type { PartLoss } from './part-loss.ts'
import type { PageMessage, RecorderPage, RecorderPagesDeps } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'

export interface PageWordsDeps {
  readonly tools: RecorderTools
  readonly loss: PartLoss
  readonly adoption: RecordingAdoption
  readonly microphone: MicrophoneWish
}

/** Answers what the recorder page says: each word goes to the topic it belongs to. */
export function makePageWords({ tools, loss, adoption, microphone }: PageWordsDeps): Omit<RecorderPagesDeps, 'clock'> {
  const { clock, log, hand, watch } = tools
  let toldUnknown = ''

  function partOf(address: { recordingId: string; partNumber: number }): LivePart | null {
    const { live } = hand
    if (live?.session.recordingId !== address.recordingId) return null
    return live.part?.partNumber === address.partNumber ? live.part : null
  }

  function onMessage(page: RecorderPage, message: PageMessage): void {
    switch (message.kind) {
      case 'armed':
        // Labels of windows and devices may name people: not for the log.
        log.info({}, 'recorder armed')
        break
      case 'armingRefused':
        log.warn({ refusal: message.refusal }, 'arming refused')
        break
      case 'partStarted':
        partOf(message)?.started(message.startedAtMs, message.mimeType)
        break
      case 'partStopped': {
        const part = partOf(message)
        if (part) loss.pageStopped(part, message)
        break
      }
      case 'recorderFailed': {
        log.error({ partNumber: message.partNumber, detail: message.detail }, 'encoder failed')
        const part = partOf(message)
        if (part) loss.encoderFailed(part)
        break
      }
      case 'heldLimitReached':
        page.sources = { ...page.sources, heldLimitSinceMs: page.sources.heldLimitSinceMs ?? clock.monotonicMs() }
        break
      default:
        message satisfies never
    }
    watch.judge()
  }

  function onChunk(chunk: ChunkFrame): void {
    const part = partOf(chunk)
    if (part) {
      part.take(chunk)
      return
    }
    const { recordingId, partNumber } = chunk
    const name = `${recordingId}/${partNumber}`
    if (toldUnknown === name) return
    toldUnknown = name
    log.warn({ recordingId, partNumber }, 'chunk of a part that is not open, refused')
  }

  return {
    isAtWork: newcomer => hand.live?.part != null && !holdsLivePart(newcomer, hand.live),
    onHello(page) {
      const { live } = hand
      adoption.forgetWaiting()
      if (live?.part && holdsLivePart(page.hello, live)) {
        void tools.background(resumePart(log, live, live.part, page))
      } else if (!adoption.finds(page)) {
        // A page without the part of before: the one that had it is gone, with what it held.
        if (live?.part) loss.breakPart('recorderLost')
        if (!adoption.keepsWaiting(page)) page.link.send({ kind: 'welcome', resume: null })
      }
      microphone.tell(page.link)
      watch.judge()
    },
    onStatus(_page, report) {
      if (hand.live?.phase === 'recording') hand.live.noteMicrophoneMuted(report.microphoneMuted, report.atMs)
      watch.judge()
    },
    onMessage,
    onChunk,
    onLost: watch.judge,
    onNonsense: what => log.warn({ what }, 'unreadable from the recorder page'),
  }
}
