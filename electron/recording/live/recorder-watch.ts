import { mkdir } from 'node:fs/promises'
import type pino from 'pino'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import type { Clock } from '../../clock.ts'
import { bytesStillNeeded, roomInReceptions } from '../../disk/room.ts'
import { type AlarmFacts, nextAlarms, type RaisedAlarm } from './alarms.ts'
import { errorText } from './durable-files.ts'
import type { LiveRecording } from './live-recording.ts'
import type { RecorderPages } from './recorder-pages.ts'
import { recorderView } from './recorder-view.ts'
import { noSources } from './source-facts.ts'

/** Keeps an eye on page, part, disk and clock; raises the alarms and tells the screens. */
export interface RecorderWatch {
  view(): RecorderView
  /** Judges the alarms anew and tells everybody; to be called whenever a fact changed. */
  judge(): void
  onChange(listener: (view: RecorderView) => void): () => void
  setInSession(inSession: boolean): void
  noteDiskFull(): void
  /** Bytes reach the disk again. */
  noteWriting(): void
  /** Free bytes measured now; rejects where the disk is gone. */
  measureFree(): Promise<number>
  tick(): void
  /** Nothing is judged or told any more; resolves when nothing is under way. */
  close(): Promise<void>
}

export interface RecorderWatchDeps {
  readonly rootDirectory: string
  readonly clock: Clock
  readonly freeBytes: (directory: string) => Promise<number>
  readonly sessionBytes: () => number
  readonly pages: () => RecorderPages
  readonly live: () => LiveRecording | null
  readonly log: Pick<pino.Logger, 'warn'>
}

const diskEveryMs = 3_000
const clockJumpMs = 2_000

export function makeRecorderWatch(deps: RecorderWatchDeps): RecorderWatch {
  const { rootDirectory, clock, log } = deps
  const listeners = new Set<(view: RecorderView) => void>()
  const madeAtMs = clock.monotonicMs()
  let closed = false
  let inSession = false
  let alarms: readonly RaisedAlarm[] = []
  let free = 0
  let diskLowSinceMs: number | null = null
  let diskFullAtMs: number | null = null
  let clockJumpAtMs: number | null = null
  let lastTick = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }
  let diskAtMs = madeAtMs
  let measuring: Promise<void> = Promise.resolve()

  const wallMs = (monotonicMs: number): number => clock.nowMs() - (clock.monotonicMs() - monotonicMs)

  function facts(): AlarmFacts {
    const live = deps.live()
    const part = live?.part?.facts()
    const page = deps.pages().latest()
    const isOn = live !== null && (live.phase === 'recording' || live.phase === 'lost')
    return {
      recording: isOn,
      inSession,
      linkLostAtMs: page ? deps.pages().linkLostAtMs() : madeAtMs,
      lastHeardAtMs: page?.lastHeardAtMs ?? null,
      lastBytesAtMs: live?.lastBytesAtMs() ?? null,
      holeSinceMs: part?.holeSinceMs ?? null,
      corruptRepeatAtMs: part?.corruptRepeatAtMs ?? null,
      diskFullAtMs,
      diskLowSinceMs,
      ...sources(),
      decodeErrorsSinceMs: part?.decodeErrorsSinceMs ?? null,
      clockJumpAtMs,
    }
  }

  function sources() {
    const latest = deps.pages().latest()?.sources
    // Before the first report the sources are unknown: no page is one alarm, not five.
    const unknown = { condition: 'live', sinceMs: madeAtMs } as const
    const { picture, citizenSound, microphone, unrecordedSinceMs, heldLimitSinceMs } = latest?.status
      ? latest
      : { ...noSources(madeAtMs), picture: unknown, citizenSound: unknown, microphone: unknown }
    return { picture, citizenSound, microphone, unrecordedSinceMs, heldLimitSinceMs }
  }

  const view = (): RecorderView =>
    recorderView({
      page: deps.pages().current(),
      recording: deps.live()?.shown() ?? null,
      alarms,
      roomInReceptions: roomInReceptions(free, deps.sessionBytes()),
      wallMs,
    })

  function judge(): void {
    if (closed) return
    const before = alarms
    alarms = nextAlarms(before, facts(), clock.monotonicMs())
    for (const { code } of alarms) {
      if (!before.some(alarm => alarm.code === code)) log.warn({ code }, 'recording alarm')
    }
    const live = deps.live()
    if (live?.phase === 'recording') live.noteAlarms(alarms, wallMs, clock.nowMs())
    const now = view()
    for (const listener of listeners) listener(now)
  }

  async function measureFree(): Promise<number> {
    await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
    free = await deps.freeBytes(rootDirectory)
    return free
  }

  async function watchDisk(): Promise<void> {
    diskAtMs = clock.monotonicMs()
    try {
      const live = deps.live()
      const perReception = deps.sessionBytes()
      const needed = live ? bytesStillNeeded(perReception, live.bytes()) : perReception
      const isLow = (await measureFree()) < needed
      diskLowSinceMs = isLow ? (diskLowSinceMs ?? clock.monotonicMs()) : null
      if (!isLow) diskFullAtMs = null
    } catch (error) {
      log.warn({ error: errorText(error) }, 'free space not measured')
    }
    judge()
  }

  function watchClock(): void {
    const now = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }
    const jumpMs = now.wallMs - lastTick.wallMs - (now.monotonicMs - lastTick.monotonicMs)
    lastTick = now
    if (Math.abs(jumpMs) <= clockJumpMs) return
    clockJumpAtMs = now.monotonicMs
    log.warn({ jumpMs: Math.round(jumpMs) }, 'system clock changed, or the machine slept')
  }

  measuring = watchDisk()

  return {
    view,
    judge,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setInSession(now) {
      inSession = now
      judge()
    },
    noteDiskFull() {
      diskFullAtMs ??= clock.monotonicMs()
      judge()
    },
    noteWriting() {
      diskFullAtMs = null
      judge()
    },
    measureFree,
    tick() {
      watchClock()
      if (clock.monotonicMs() - diskAtMs >= diskEveryMs) measuring = measuring.then(watchDisk)
      judge()
    },
    async close() {
      closed = true
      await measuring
    },
  }
}
