import { errorText } from './durable-files.ts'
import type { LivePart } from './live-part.ts'
import type { LossCause } from './live-recording.ts'
import type { LostRecording } from './recorder-api.ts'
import type { PageMessage } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'

/** Ends parts that nobody told to stop: the page is gone, its encoder failed, the disk refuses. */
export interface PartLoss {
  /** The part in hand ends here without a regular stop; a no-op where none is open. */
  breakPart(cause: LossCause): void
  onWriteError(error: unknown): void
  /** The page made the last chunk of `part`, told to or not. */
  pageStopped(part: LivePart, message: Extract<PageMessage, { kind: 'partStopped' }>): void
  encoderFailed(part: LivePart): void
  /** Looks whether the page is gone or hangs. */
  tick(): void
}

export interface PartLossDeps {
  readonly tools: RecorderTools
  readonly onLost: (lost: LostRecording) => void
}

/** A tick this long after the last one: the workstation itself stood still (sleep, a stall), not the page. */
const lateTickMs = 2_500

export function makePartLoss({ tools, onLost }: PartLossDeps): PartLoss {
  const { clock, log, waits, hand, watch, reserve, deadlines } = tools
  /** Parts the page ended unasked, while their last chunks come in. */
  const endingItself = new Set<LivePart>()
  let lastTickMs = clock.monotonicMs()
  let awakeSinceMs = lastTickMs

  function breakPart(cause: LossCause): void {
    const recording = hand.live
    const part = recording?.part
    if (!recording || !part) return
    if (recording.phase !== 'recording') {
      recording.interruptWait?.(cause)
      return
    }
    recording.phase = 'lost'
    const { recordingId } = recording.session
    tools.send({ kind: 'stopPart', recordingId, partNumber: part.partNumber })
    recording.ending = tools.background(
      (async () => {
        await part.whenIdle()
        if (recording.part === part) recording.leavePart()
        const savedUntilMs = recording.savedUntilMs()
        log.error({ recordingId, partNumber: part.partNumber, cause, savedUntilMs }, 'recording lost')
        if (cause === 'diskFull') await reserve.giveUp()
        const ended = deadlines.within(part.end(cause), waits.verifyMs)
        tools.letGo()
        onLost({ recordingId, cause, savedUntilMs })
        watch.judge()
        await ended
      })(),
    )
  }

  /** Milliseconds without a word of the page, as far as this process was there to hear it; 0 without a page. */
  function silentMs(nowMs: number): number {
    const page = tools.pages().current()
    return page ? nowMs - Math.max(page.lastHeardAtMs, awakeSinceMs) : 0
  }

  return {
    breakPart,
    onWriteError(error) {
      log.error({ error: errorText(error) }, 'the disk refuses the recording')
      watch.noteDiskFull()
      breakPart('diskFull')
    },
    pageStopped(part, message) {
      part.stopped(message.stoppedAtMs, message.chunkCount)
      if (hand.live?.phase === 'stopping' || endingItself.has(part)) return
      endingItself.add(part)
      void tools.background(
        deadlines.within(part.whenComplete, waits.stopMs).then(() => {
          endingItself.delete(part)
          if (hand.live?.part === part) breakPart('encoderFailed')
        }),
      )
    },
    encoderFailed(part) {
      // A part with a regular end is just being brought home; see pageStopped.
      if (!endingItself.has(part)) breakPart('encoderFailed')
    },
    tick() {
      const nowMs = clock.monotonicMs()
      if (nowMs - lastTickMs > lateTickMs) awakeSinceMs = nowMs
      lastTickMs = nowMs
      if (hand.live?.phase !== 'recording') return
      const lostAtMs = tools.pages().linkLostAtMs()
      if (lostAtMs !== null && nowMs - lostAtMs >= waits.pageGoneMs) breakPart('recorderLost')
      if (silentMs(nowMs) >= waits.pageSilentMs) {
        log.error({}, 'recorder page hangs, given up')
        breakPart('recorderLost')
        // Read when it wakes up: it lets go, and comes back as a page that can begin anew.
        tools.letGo()
        tools.pages().giveUp()
      }
    },
  }
}
