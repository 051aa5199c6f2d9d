import { alarmAfterMs } from './alarms.ts'
import { errorText } from './durable-files.ts'
import type { RecorderTools } from './recorder-tools.ts'
import { writeFailureOf } from './write-failure.ts'

/** Tells the machine what nobody said: the page is gone or hangs, speaks and records nothing, the disk refuses. */
export interface PartLoss {
  onWriteError(error: unknown): void
  /** No bytes for so long that the page at work counts as one that does not record. */
  isStarved(): boolean
  /** Looks whether the page is gone or hangs, or speaks and records nothing. */
  tick(): void
}

/** A tick this long after the last one: the workstation itself stood still (sleep, a stall), not the page. */
const lateTickMs = 1_500

export function makePartLoss({ clock, log, waits, life, watch, pages }: RecorderTools): PartLoss {
  let lastTickMs = clock.monotonicMs()
  let awakeSinceMs = lastTickMs

  /** Milliseconds without a word of the page, as far as this process was there to hear it; 0 without a page. */
  function silentMs(nowMs: number): number {
    const page = pages().current()
    return page ? nowMs - Math.max(page.lastHeardAtMs, awakeSinceMs) : 0
  }

  /** Milliseconds without bytes, as far as this process was there to take them; 0 where nothing is being recorded. */
  function starvedMs(nowMs: number): number {
    const { step } = life.state()
    return step.name === 'recording' ? nowMs - Math.max(step.part.facts().lastBytesAtMs, awakeSinceMs) : 0
  }

  return {
    isStarved: () => starvedMs(clock.monotonicMs()) >= alarmAfterMs.noNewBytes,
    onWriteError(error) {
      const failure = writeFailureOf(error)
      log.error({ failure, error: errorText(error) }, 'the disk refuses the recording')
      watch.noteWriteFailure(failure)
      life.apply({ kind: 'writeFailed', failure })
    },
    tick() {
      const nowMs = clock.monotonicMs()
      if (nowMs - lastTickMs > lateTickMs) awakeSinceMs = nowMs
      lastTickMs = nowMs
      if (life.state().step.name !== 'recording') return
      const lostAtMs = pages().linkLostAtMs()
      if (lostAtMs !== null && nowMs - lostAtMs >= waits.pageGoneMs) {
        life.apply({ kind: 'pageGone' })
      } else if (silentMs(nowMs) >= waits.pageSilentMs) {
        log.error({}, 'recorder page hangs, given up')
        life.apply({ kind: 'pageSilent' })
      } else if (
        starvedMs(nowMs) >= waits.noBytesMs &&
        silentMs(nowMs) < alarmAfterMs.linkSilent &&
        lostAtMs === null
      ) {
        log.error({}, 'recorder page speaks and records nothing, its part is ended')
        life.apply({ kind: 'noBytes' })
      }
    },
  }
}
