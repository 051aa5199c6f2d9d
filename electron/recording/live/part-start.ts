import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partChecksName, partFileName, partLogName, type RecordingSession } from '../../../shared/recording/part-log.ts'
import { errorText, isDiskFull } from './durable-files.ts'
import type { LivePart, OpenLivePart } from './live-part.ts'
import { type LiveRecording, type LossCause, makeLiveRecording } from './live-recording.ts'
import type { PartLoss } from './part-loss.ts'
import { openPart } from './part-sink.ts'
import type { StartReply } from './recorder-api.ts'
import type { RecorderTools } from './recorder-tools.ts'
import { notArmedBecause } from './recorder-view.ts'
import { createRecordingFolder, listParts } from './recording-folder.ts'
import { noRoom, notArmed, notStarted } from './start-refusals.ts'

/** Begins parts: the first of a recording, and the next after a loss. Only one call at a time. */
export interface PartStart {
  start(session: RecordingSession): Promise<StartReply>
  continueAsNewPart(recordingId: string): Promise<StartReply>
  /** The workstation closes: a page that was told to start lets go, the part is discarded. To be called before the links end. */
  abandon(): void
}

export interface PartStartDeps {
  readonly tools: RecorderTools
  readonly openLivePart: OpenLivePart
  readonly loss: Pick<PartLoss, 'breakPart'>
  readonly freeBytes: (directory: string) => Promise<number>
  readonly sessionBytes: () => number
}

/** Enough to go on for a few minutes where a reception no longer fits: forbid only what makes a recording impossible. */
const enoughToContinueBytes = 32 * 1024 * 1024

export function makePartStart({ tools, openLivePart, loss, freeBytes, sessionBytes }: PartStartDeps): PartStart {
  const { rootDirectory, clock, log, waits, hand, watch, reserve, deadlines } = tools

  /** Opens the next part and has the page encode into it. What failed leaves no file of the part. */
  async function beginPart(recording: LiveRecording): Promise<StartReply> {
    const partNumber = recording.lastPartNumber + 1
    const { recordingId } = recording.session
    const sink = await openPart({ directory: recording.directory, partNumber, clock })
    const part = await openLivePart(recording, partNumber, sink)
    if (!tools.pages().current()) {
      await discard(recording, part)
      return notStarted(hand.closing ? 'closing' : 'pageGone')
    }
    recording.part = part
    recording.phase = 'starting'
    recording.lastPartNumber = partNumber
    const trouble = new Promise<LossCause>(resolve => {
      recording.interruptWait = resolve
    })
    tools.send({ kind: 'startPart', recordingId, partNumber })
    const started = await deadlines.within(Promise.race([part.whenStarted, trouble]), waits.startMs)
    recording.interruptWait = null
    if (typeof started === 'number' && !hand.closing) {
      recording.phase = 'recording'
      recording.noteFirstStart(started)
      recording.countFramesFrom(tools.status())
      log.info({ recordingId, partNumber }, 'recording started')
      watch.noteWriting()
      return { ok: true, startedAtMs: started }
    }
    log.error({ recordingId, partNumber, why: hand.closing ? 'closing' : started }, 'recording not started')
    tools.send({ kind: 'stopPart', recordingId, partNumber })
    tools.letGo()
    recording.phase = 'lost'
    recording.lastPartNumber -= 1
    await discard(recording, part)
    watch.judge()
    if (hand.closing) return notStarted('closing')
    return notStarted(started === 'recorderLost' ? 'pageGone' : started === 'diskFull' ? 'disk' : 'noAnswer')
  }

  async function discard(recording: LiveRecording, part: LivePart): Promise<void> {
    recording.part = null
    const ended = part.end('encoderFailed')
    await deadlines.within(ended, waits.verifyMs)
    // The deadlines are over then, and open files could not be removed everywhere.
    if (hand.closing) await ended
    for (const name of [partFileName, partLogName, partChecksName]) {
      await rm(join(recording.directory, name(part.partNumber)), { force: true })
    }
  }

  async function removeFailedStart(directory: string): Promise<void> {
    hand.live = null
    await tools.background(rm(directory, { recursive: true, force: true }))
    watch.judge()
  }

  return {
    async start(session) {
      const reason = notArmedBecause(tools.pages().current(), true)
      if (reason) return notArmed(reason)
      const needed = sessionBytes()
      let directory: string | null = null
      try {
        await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
        await reserve.ensure()
        const free = await watch.measureFree()
        if (free < needed) return noRoom(free, needed)
        directory = await createRecordingFolder(rootDirectory, session)
        if ((await listParts(directory)).length > 0) {
          directory = null
          return notStarted('unknown')
        }
        const before = { lastPartNumber: 0, startedAtMs: null, savedUntilMs: null, bytes: 0 }
        const journal = await tools.openJournal(directory)
        const recording = makeLiveRecording({ session, directory, journal, before })
        hand.live = recording
        const reply = await beginPart(recording)
        if (reply.ok) return reply
        await recording.journal.close()
        await removeFailedStart(directory)
        return reply
      } catch (error) {
        log.error({ recordingId: session.recordingId, error: errorText(error) }, 'recording not started')
        await hand.live?.journal.close().catch(() => undefined)
        if (directory) await removeFailedStart(directory)
        hand.live = null
        return isDiskFull(error) ? noRoom(await freeBytes(rootDirectory).catch(() => 0), needed) : notStarted('disk')
      }
    },

    async continueAsNewPart(recordingId) {
      const recording = hand.live
      if (recording?.session.recordingId !== recordingId) return notStarted('unknown')
      if (recording.phase === 'recording' && recording.part) {
        const startedAtMs = recording.part.facts().startedAtWallMs
        // It runs: the page came back with the part in hand.
        if (tools.pages().current() && startedAtMs !== null) return { ok: true, startedAtMs }
        loss.breakPart('recorderLost')
      }
      const reason = notArmedBecause(tools.pages().current(), true)
      if (reason) return notArmed(reason)
      await recording.ending
      if (hand.live !== recording || recording.phase !== 'lost') return notStarted('busy')
      try {
        await reserve.ensure()
        const free = await watch.measureFree()
        const needed = Math.min(sessionBytes(), enoughToContinueBytes)
        if (free < needed) return noRoom(free, needed)
        return await beginPart(recording)
      } catch (error) {
        log.error({ recordingId, error: errorText(error) }, 'recording not continued')
        return isDiskFull(error) ? noRoom(0, sessionBytes()) : notStarted('disk')
      }
    },

    abandon() {
      const { live } = hand
      if (!live?.part || live.phase !== 'starting') return
      tools.send({ kind: 'stopPart', recordingId: live.session.recordingId, partNumber: live.part.partNumber })
      tools.letGo()
    },
  }
}
