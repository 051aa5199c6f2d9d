import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partChecksName, partFileName, partLogName } from '../../../shared/recording/part-log.ts'
import { resumePart } from './held-part.ts'
import type { LivePart } from './live-part.ts'
import type { LiveRecording } from './live-recording.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import type { LostRecording } from './recorder-api.ts'
import type { RecorderTools } from './recorder-tools.ts'
import type { RecordingEffect } from './recording-life.ts'

export interface CarryOutDeps {
  readonly tools: RecorderTools
  readonly microphone: MicrophoneWish
  readonly onLost: (lost: LostRecording) => void
  /** The page is ready for the next part at once. */
  readonly goOn: (lost: LostRecording) => void
}

type Handlers = { readonly [K in RecordingEffect['kind']]: (effect: Extract<RecordingEffect, { kind: K }>) => void }

/** Carries the effects of the recording's life out: each is one act on page, files or screens. */
export function makeCarryOut({ tools, microphone, onLost, goOn }: CarryOutDeps): (effect: RecordingEffect) => void {
  const { clock, log, waits, life, watch, reserve, deadlines } = tools
  const address = (recording: LiveRecording, part: LivePart) => ({
    recordingId: recording.session.recordingId,
    partNumber: part.partNumber,
  })

  /** Does the work and then tells the machine, whatever became of it. */
  function answering(work: Promise<unknown>, tell: () => void): void {
    void tools.background(work).then(tell)
  }

  async function discard(recording: LiveRecording, part: LivePart): Promise<void> {
    const ended = part.end('encoderFailed')
    await deadlines.within(ended, waits.verifyMs)
    // The deadlines are over then, and open files could not be removed everywhere.
    if (life.state().isClosing) await ended
    for (const name of [partFileName, partLogName, partChecksName]) {
      await rm(join(recording.directory, name(part.partNumber)), { force: true })
    }
  }

  async function remove(recording: LiveRecording): Promise<void> {
    await recording.journal.close()
    await recording.folder.release()
    await rm(recording.directory, { recursive: true, force: true })
  }

  async function awaitLastChunks(part: LivePart, asLongAsBytesCome: boolean): Promise<void> {
    for (;;) {
      const before = part.byteLength()
      const result = await deadlines.within(part.whenComplete, waits.stopMs)
      if (result !== 'late') return void life.apply({ kind: 'complete', part })
      const { step, isClosing } = life.state()
      if (!('part' in step) || step.part !== part) return
      if (!asLongAsBytesCome || isClosing || part.byteLength() === before) {
        return void life.apply({ kind: 'chunksMissing', part })
      }
    }
  }

  async function writeEnd({ recording, part, cause, countsFrames }: Effect<'writeEnd'>): Promise<void> {
    if (countsFrames) await recording.writeFrames(tools.status(), clock.nowMs())
    if (countsFrames && cause === 'diskFull') await reserve.giveUp()
    await deadlines.within(part.end(cause), waits.verifyMs)
  }

  async function finish(recording: LiveRecording): Promise<void> {
    await recording.journal.write({ kind: 'finished', atMs: clock.nowMs() })
    await recording.journal.close()
    await recording.folder.release()
    log.info({ recordingId: recording.session.recordingId }, 'recording finished')
  }

  const handlers: Handlers = {
    tellStart: ({ recording, part }) => tools.send({ kind: 'startPart', ...address(recording, part) }),
    tellStop: ({ recording, part }) => tools.send({ kind: 'stopPart', ...address(recording, part) }),
    letGo: () => tools.letGo(),
    giveUpPage: () => tools.pages().giveUp(),
    awaitStart({ part }) {
      void tools.background(
        deadlines.within(part.whenStarted, waits.startMs).then(started => {
          if (started === 'late') life.apply({ kind: 'startLate', part })
          else life.apply({ kind: 'started', part, startedAtMs: started })
        }),
      )
    },
    noteStarted({ recording, part, startedAtMs }) {
      recording.noteFirstStart(startedAtMs)
      recording.countFramesFrom(tools.status())
      log.info(address(recording, part), 'recording started')
      watch.noteWriting()
    },
    resume({ recording, part, isStopped }) {
      const page = tools.pages().current()
      const isInHand = () => {
        const { step } = life.state()
        return 'part' in step && step.part === part && step.name !== 'breaking' && step.name !== 'takingBack'
      }
      if (page) void tools.background(resumePart({ log, recording, part, page, isStopped, isInHand }))
    },
    discard({ recording, part, why }) {
      log.error({ ...address(recording, part), why }, 'recording not started')
      answering(discard(recording, part), () => life.apply({ kind: 'takenBack', part }))
    },
    remove: ({ recording }) => answering(remove(recording), () => life.apply({ kind: 'removed' })),
    awaitLastChunks: ({ part, asLongAsBytesCome }) => void tools.background(awaitLastChunks(part, asLongAsBytesCome)),
    notePictureRenewed: () => watch.notePictureRenewed(),
    drain({ part, cause }) {
      const work = part.whenIdle().then(() => (cause === 'diskFull' ? reserve.giveUp() : undefined))
      answering(work, () => life.apply({ kind: 'drained', part }))
    },
    keep: ({ recording, part }) => recording.keep(part),
    writeEnd: effect => answering(writeEnd(effect), () => life.apply({ kind: 'endWritten', part: effect.part })),
    tellLost({ recording, part, cause, goesOn }) {
      const { recordingId } = recording.session
      const savedUntilMs = recording.savedUntilMs(null)
      log.error({ ...address(recording, part), cause, savedUntilMs }, 'recording lost')
      const tell = goesOn ? goOn : onLost
      tell({ recordingId, cause, savedUntilMs })
    },
    finish: ({ recording }) => answering(finish(recording), () => life.apply({ kind: 'finished' })),
    resetMicrophone: () => microphone.reset(),
  }

  return effect => (handlers[effect.kind] as (one: RecordingEffect) => void)(effect)
}

type Effect<K extends RecordingEffect['kind']> = Extract<RecordingEffect, { kind: K }>
