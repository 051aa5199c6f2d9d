import { mkdir } from 'node:fs/promises'
import type pino from 'pino'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import type { WriteFailure } from '../../../shared/recording/slip.ts'
import type { Clock } from '../../clock.ts'
import { bytesStillNeeded, roomInReceptions } from '../../disk/room.ts'
import { type AlarmFacts, nextAlarms, type RaisedAlarm } from './alarms.ts'
import { errorText } from './durable-files.ts'
import { isOn, openPartOf, recordingOf } from './lifecycle/lifecycle.ts'
import type { RecorderPages } from './recorder-pages.ts'
import { recorderView } from './recorder-view.ts'
import type { RecordingState } from './recording-life.ts'
import type { RoomRecognition } from './room-recognition.ts'
import { noSources } from './source-facts.ts'
import { makeStalls } from './stalls.ts'

/** Keeps an eye on page, part, disk and clock; raises the alarms and tells the screens. */
export interface RecorderWatch {
  view(): RecorderView
  /** Judges the alarms anew and tells everybody; to be called whenever a fact changed. */
  judge(): void
  onChange(listener: (view: RecorderView) => void): () => void
  setInSession(inSession: boolean): void
  noteWriteFailure(failure: WriteFailure): void
  /** The page had to make its picture anew. */
  notePictureRenewed(): void
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
  readonly state: () => RecordingState
  readonly openReception: () => string | null
  readonly recognition: Pick<RoomRecognition, 'question'>
  readonly log: Pick<pino.Logger, 'warn'>
}

const shown = (state: RecordingState) =>
  'recording' in state.step ? state.step.recording.shown(openPartOf(state), state.step.parts) : null

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
  let writeFailure: AlarmFacts['writeFailure'] = null
  let clockJumpAtMs: number | null = null
  let pictureRenewedAtMs: number | null = null
  let lastTick = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }
  let diskAtMs = madeAtMs
  let measuring: Promise<void> = Promise.resolve()
  const stalls = makeStalls(clock)

  const wallMs = (monotonicMs: number): number => clock.nowMs() - (clock.monotonicMs() - monotonicMs)

  function facts(): AlarmFacts {
    const state = deps.state()
    const open = openPartOf(state)
    const part = open?.facts()
    const page = deps.pages().latest()
    return {
      recording: isOn(state),
      inSession,
      linkLostAtMs: page ? deps.pages().linkLostAtMs() : madeAtMs,
      lastHeardAtMs: page?.lastHeardAtMs ?? null,
      lastBytesAtMs: recordingOf(state)?.lastBytesAtMs(open) ?? null,
      holeSinceMs: part?.holeSinceMs ?? null,
      corruptRepeatAtMs: part?.corruptRepeatAtMs ?? null,
      writeFailure,
      diskLowSinceMs,
      ...sources(),
      drainingUntilMs: stalls.drainingUntilMs(),
      decodeErrorsSinceMs: part?.decodeErrorsSinceMs ?? null,
      clockJumpAtMs,
      pictureRenewedAtMs,
    }
  }

  function sources() {
    const latest = deps.pages().latest()?.sources
    // Before the first report the sources are unknown: no page is one alarm, not five.
    const unknown = { condition: 'live', sinceMs: madeAtMs } as const
    const { picture, citizenSound, microphone, unrecordedSinceMs, heldLimitSinceMs, stillSinceMs, deadSinceMs } =
      latest?.status ? latest : { ...noSources(madeAtMs), picture: unknown, citizenSound: unknown, microphone: unknown }
    return { picture, citizenSound, microphone, unrecordedSinceMs, heldLimitSinceMs, stillSinceMs, deadSinceMs }
  }

  const view = (): RecorderView =>
    recorderView({
      page: deps.pages().current(),
      recording: shown(deps.state()),
      alarms,
      roomInReceptions: roomInReceptions(free, deps.sessionBytes()),
      receptionId: deps.openReception(),
      unrecognisedChoiceId: deps.recognition.question(deps.pages().current()),
      wallMs,
    })

  function judge(): void {
    if (closed) return
    stalls.look()
    const before = alarms
    alarms = nextAlarms(before, facts(), clock.monotonicMs())
    for (const { code } of alarms) {
      if (!before.some(alarm => alarm.code === code)) log.warn({ code }, 'recording alarm')
    }
    const { step } = deps.state()
    if (step.name === 'recording') step.recording.noteAlarms(alarms, wallMs, clock.nowMs())
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
      const state = deps.state()
      const live = recordingOf(state)
      const perReception = deps.sessionBytes()
      const needed = live ? bytesStillNeeded(perReception, live.bytes(openPartOf(state))) : perReception
      const isLow = (await measureFree()) < needed
      diskLowSinceMs = isLow ? (diskLowSinceMs ?? clock.monotonicMs()) : null
      if (!isLow && writeFailure?.code === 'diskFull') writeFailure = null
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
    noteWriteFailure(code) {
      if (writeFailure?.code !== code) writeFailure = { code, atMs: clock.monotonicMs() }
      judge()
    },
    notePictureRenewed() {
      pictureRenewedAtMs = clock.monotonicMs()
      judge()
    },
    noteWriting() {
      writeFailure = null
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
