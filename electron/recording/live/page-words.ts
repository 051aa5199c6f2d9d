import type { ChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { RecordingAdoption } from './adoption.ts'
import { holdsLivePart } from './held-part.ts'
import { openPartOf } from './lifecycle/lifecycle.ts'
import type { LivePart } from './live-part.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import type { OpenReception } from './open-reception.ts'
import type { PartLoss } from './part-loss.ts'
import type { PageMessage, RecorderPage, RecorderPagesDeps } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'

export interface PageWordsDeps {
  readonly tools: RecorderTools
  readonly loss: PartLoss
  readonly adoption: RecordingAdoption
  readonly microphone: MicrophoneWish
  readonly openReception: OpenReception
  /** After each report of a page. */
  readonly onReport: () => void
}

/** Answers what the recorder page says: each word goes to the topic it belongs to. */
export function makePageWords(deps: PageWordsDeps): Omit<RecorderPagesDeps, 'clock'> {
  const { tools, loss, adoption, microphone, openReception } = deps
  const { clock, log, life, watch } = tools
  let toldUnknown = ''

  function partOf(address: { recordingId: string; partNumber: number }): LivePart | null {
    const { step } = life.state()
    if (!('recording' in step) || step.recording.session.recordingId !== address.recordingId) return null
    const part = openPartOf(life.state())
    return part?.partNumber === address.partNumber ? part : null
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
        part?.stopped(message.stoppedAtMs, message.chunkCount)
        if (part) life.apply({ kind: 'pageStopped' })
        break
      }
      case 'recorderFailed': {
        log.error({ partNumber: message.partNumber, detail: message.detail }, 'encoder failed')
        if (partOf(message)) life.apply({ kind: 'encoderFailed' })
        break
      }
      case 'pictureRenewed': {
        log.error({ partNumber: message.partNumber, detail: message.detail }, 'picture lost, the page began a new one')
        if (partOf(message)) life.apply({ kind: 'pictureRenewed' })
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
    // A page that records nothing has no right to keep another window out.
    isAtWork: newcomer =>
      openPartOf(life.state()) !== null && !holdsLivePart(newcomer, life.state()) && !loss.isStarved(),
    onHello(page, wasWell) {
      adoption.forgetWaiting()
      const holds = holdsLivePart(page.hello, life.state())
      const came = { kind: 'pageCame', holdsPart: holds, wasStarved: wasWell && loss.isStarved() } as const
      if (!adoption.finds(page)) {
        // A page without the part of before: the one that had it is gone, with what it held.
        if (!holds) adoption.giveUpWaiting()
        const isResumed = openPartOf(life.state()) !== null && life.apply(came).ok && holds
        if (!isResumed && !adoption.keepsWaiting(page)) page.link.send({ kind: 'welcome', resume: null })
      }
      microphone.tell(page.link)
      openReception.tell(page.link)
      watch.judge()
    },
    onStatus(_page, report) {
      const { step } = life.state()
      if (step.name === 'recording') step.recording.noteMicrophoneMuted(report.microphoneMuted, report.atMs)
      deps.onReport()
      watch.judge()
    },
    onMessage,
    onChunk,
    onLost: watch.judge,
    onNonsense: what => log.warn({ what }, 'unreadable from the recorder page'),
  }
}
