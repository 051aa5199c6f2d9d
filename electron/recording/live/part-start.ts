import { mkdir, rm } from 'node:fs/promises'
import type { Host } from '../../../shared/desktop/host.ts'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { errorText } from './durable-files.ts'
import { holdFolder } from './folder-lock.ts'
import { isLosing, recordingOf, type StartTrouble } from './lifecycle/lifecycle.ts'
import type { OpenLivePart } from './live-part.ts'
import { type LiveRecording, makeLiveRecording } from './live-recording.ts'
import { openPart } from './part-sink.ts'
import type { StartReply } from './recorder-api.ts'
import type { RecorderTools } from './recorder-tools.ts'
import { notArmedBecause } from './recorder-view.ts'
import { createRecordingFolder, listParts, restoreRecordingFolder } from './recording-folder.ts'
import type { RoomRecognition } from './room-recognition.ts'
import { noRoom, notArmed, notStarted } from './start-refusals.ts'
import { writeFailureOf } from './write-failure.ts'

/** Begins parts: the first of a recording, and the next after a loss. */
export interface PartStart {
  start(session: RecordingSession): Promise<StartReply>
  continueAsNewPart(recordingId: string): Promise<StartReply>
}

export interface PartStartDeps {
  readonly tools: RecorderTools
  readonly openLivePart: OpenLivePart
  readonly recognition: RoomRecognition
  readonly freeBytes: (directory: string) => Promise<number>
  readonly sessionBytes: () => number
  /** Whose words a refusal speaks. */
  readonly host: Host
}

/** Enough to go on for a few minutes where a reception no longer fits: forbid only what makes a recording impossible. */
const enoughToContinueBytes = 32 * 1024 * 1024

export function makePartStart(deps: PartStartDeps): PartStart {
  const { tools, openLivePart, recognition, freeBytes, sessionBytes, host } = deps
  const { rootDirectory, clock, log, life, watch, reserve } = tools

  /** Opens part `partNumber` and has the page encode into it. What failed leaves no file of the part. */
  async function beginPart(recording: LiveRecording, partNumber: number): Promise<StartReply> {
    const sink = await openPart({ directory: recording.directory, partNumber, clock })
    const part = await openLivePart(recording, partNumber, sink)
    life.apply({ kind: 'partOpened', part, hasPage: tools.pages().current() !== null })
    const { step } = await life.until(state => state.step.name === 'recording' || state.step.name === 'takingBack')
    if (step.name !== 'takingBack') return { ok: true, startedAtMs: part.facts().startedAtWallMs ?? clock.nowMs() }
    await life.until(state => state.step.name !== 'takingBack' && state.step.name !== 'removing')
    return notStarted(replyTo(step.why), host)
  }

  /** Makes what a recording needs before its first part; answers why it cannot. */
  async function prepare(session: RecordingSession): Promise<LiveRecording | StartReply> {
    const reason = notArmedBecause(tools.pages().current(), true, session.receptionId)
    if (reason) return notArmed(reason, host)
    if (!recognition.isKnown(tools.pages().current())) return notArmed('roomNotRecognised', host)
    recognition.begin()
    const needed = sessionBytes()
    await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
    await reserve.ensure()
    const free = await watch.measureFree()
    if (free < needed) return noRoom(free, needed)
    const directory = await createRecordingFolder(rootDirectory, session)
    if ((await listParts(directory)).length > 0) return notStarted('unknown', host)
    const before = { startedAtMs: null, savedUntilMs: null, bytes: 0 }
    try {
      const folder = await holdFolder({ directory, workplaceId: session.workplaceId, clock })
      const journal = await tools.openJournal(directory)
      return makeLiveRecording({ session, directory, journal, folder, before })
    } catch (error) {
      await tools.background(rm(directory, { recursive: true, force: true }))
      throw error
    }
  }

  async function noPart(error: unknown, recordingId: string, neededBytes: number): Promise<StartReply> {
    log.error({ recordingId, error: errorText(error) }, 'part not begun')
    life.apply({ kind: 'notOpened' })
    await life.until(state => state.step.name !== 'removing')
    return replyToFailure(error, neededBytes)
  }

  async function replyToFailure(error: unknown, neededBytes: number): Promise<StartReply> {
    const failure = writeFailureOf(error)
    if (failure !== 'diskFull') return notStarted(failure, host)
    return noRoom(await freeBytes(rootDirectory).catch(() => 0), neededBytes)
  }

  return {
    async start(session) {
      const asked = life.apply({ kind: 'startAsked' })
      if (!asked.ok) return notStarted(asked.refusal === 'closing' ? 'closing' : 'busy', host)
      const { recordingId } = session
      const recording = await prepare(session).catch(error => {
        log.error({ recordingId, error: errorText(error) }, 'recording not started')
        return replyToFailure(error, sessionBytes())
      })
      if ('ok' in recording) {
        life.apply({ kind: 'notPrepared' })
        return recording
      }
      life.apply({ kind: 'prepared', recording })
      return beginPart(recording, 1).catch(error => noPart(error, recordingId, sessionBytes()))
    },

    async continueAsNewPart(recordingId) {
      const { step } = life.state()
      if (!('recording' in step) || step.recording.session.recordingId !== recordingId)
        return notStarted('unknown', host)
      const { recording } = step
      if (step.name === 'recording') {
        const startedAtMs = step.part.facts().startedAtWallMs
        // It runs: the page came back with the part in hand.
        if (tools.pages().current() && startedAtMs !== null) return { ok: true, startedAtMs }
        life.apply({ kind: 'givenUp' })
      }
      const reason = notArmedBecause(tools.pages().current(), true, recording.session.receptionId)
      if (reason) return notArmed(reason, host)
      await life.until(state => !isLosing(state))
      if (recordingOf(life.state()) !== recording) return notStarted('busy', host)
      const asked = life.apply({ kind: 'continueAsked' })
      if (!asked.ok) return notStarted(asked.refusal === 'closing' ? 'closing' : 'busy', host)
      const parts = 'parts' in asked.state.step ? asked.state.step.parts : 0
      try {
        await reserve.ensure()
        const free = await watch.measureFree()
        const needed = Math.min(sessionBytes(), enoughToContinueBytes)
        if (free < needed) {
          life.apply({ kind: 'notOpened' })
          return noRoom(free, needed)
        }
        await restoreRecordingFolder(rootDirectory, recording.directory, recording.session)
        return await beginPart(recording, parts + 1)
      } catch (error) {
        return noPart(error, recordingId, sessionBytes())
      }
    },
  }
}

function replyTo(why: StartTrouble): Parameters<typeof notStarted>[0] {
  switch (why) {
    case 'recorderLost':
    case 'noPage':
      return 'pageGone'
    case 'late':
    case 'encoderFailed':
      return 'noAnswer'
    default:
      return why
  }
}
