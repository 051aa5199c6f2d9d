import { join } from 'node:path'
import { type RecordingSession, SessionLogLine, sessionLogName } from '../../../shared/recording/part-log.ts'
import type { GapCause } from '../../../shared/recording/slip.ts'
import { readJsonLines } from './append-log.ts'
import { errorText } from './durable-files.ts'
import { holdFolder } from './folder-lock.ts'
import { holdsLivePart, holdsPart } from './held-part.ts'
import type { OpenLivePart } from './live-part.ts'
import { type LiveRecording, makeLiveRecording } from './live-recording.ts'
import { endLeftPart, reopenPart } from './part-sink.ts'
import { type PartState, readPartState } from './part-state.ts'
import type { Adoption } from './recorder-api.ts'
import type { RecorderPage } from './recorder-pages.ts'
import type { RecorderTools } from './recorder-tools.ts'
import { createRecordingFolder, listParts } from './recording-folder.ts'
import type { RoomRecognition } from './room-recognition.ts'

/** Takes up the recording of the run before, with the page that still holds its part where there is one. */
export interface RecordingAdoption {
  /** Rejects where a recording is in hand already, or the workstation closes: the part then stays open for the next start. */
  adopt(session: RecordingSession): Promise<Adoption>
  /** A new page came: an earlier one that waits for its answer waits no longer. */
  forgetWaiting(): void
  /** A page without the part came: the one that had it is gone, and nobody waits for it any more. */
  giveUpWaiting(): void
  /** Whether the page brings the part an adoption waits for; it is answered then. */
  finds(page: RecorderPage): boolean
  /** Whether it is not known yet if the part of the page goes on; it is answered later then. */
  keepsWaiting(page: RecorderPage): boolean
  tick(): void
}

export interface RecordingAdoptionDeps {
  readonly tools: RecorderTools
  readonly openLivePart: OpenLivePart
  readonly recognition: Pick<RoomRecognition, 'restore'>
  /** Wall clock of the machine's start: tells a power cut from a crash. */
  readonly bootedAtMs: () => number
}

export function makeRecordingAdoption(deps: RecordingAdoptionDeps): RecordingAdoption {
  const { tools, openLivePart, recognition, bootedAtMs } = deps
  const { rootDirectory, clock, log, waits, life, watch, deadlines } = tools
  const madeAtMs = clock.monotonicMs()
  /** An adoption waits for the page that holds this part. */
  let awaited: { recordingId: string; partNumber: number; found: (page: RecorderPage | null) => void } | null = null
  /** A page that came back before it was known whether its part goes on. */
  let unanswered: RecorderPage | null = null
  /** `preparing`: the disk is being read; a page that comes now must wait for the answer. */
  let stage: 'notYet' | 'preparing' | 'decided' = 'notYet'

  async function takeUp(session: RecordingSession): Promise<Adoption> {
    const directory = await createRecordingFolder(rootDirectory, session)
    const folder = await holdFolder({ directory, workplaceId: session.workplaceId, clock })
    const partNumbers = await listParts(directory)
    const partNumber = partNumbers.at(-1) ?? 0
    const earlier = await Promise.all(partNumbers.map(number => readPartState(directory, number)))
    const last = earlier.at(-1)
    const canGoOn = last?.ending === 'open' && last.whole
    const savedUntilMs = last && last.hashes.length > 0 ? last.lastAtMs : null
    const recording = makeLiveRecording({
      session,
      directory,
      journal: await tools.openJournal(directory),
      folder,
      before: {
        startedAtMs: earlier.find(part => part.startedAtMs !== null)?.startedAtMs ?? Date.parse(session.startedAt),
        savedUntilMs: savedUntilMs ?? earlier.at(-2)?.lastAtMs ?? null,
        bytes: earlier.slice(0, canGoOn ? -1 : undefined).reduce((sum, part) => sum + part.byteLength, 0),
      },
    })
    recognition.restore((await readJsonLines(join(directory, sessionLogName), SessionLogLine)).lines)
    life.apply({ kind: 'found', recording, parts: partNumber, mayGoOn: canGoOn ?? false })
    stage = 'decided'
    if (last && canGoOn && (await takeUpWithPage(recording, partNumber, last))) return { kind: 'resumed' }
    // The page may come to the next run as well.
    if (life.state().isClosing)
      throw new Error('The workstation is closing; the recording is taken up at its next start')
    const cause: GapCause = last && bootedAtMs() > last.lastAtMs ? 'powerLost' : 'workstationDied'
    const { ending } = await readPartState(directory, partNumber)
    if (last && ending === 'open') await endLeftPart({ directory, partNumber, clock }, cause)
    if (life.state().step.name === 'adopting') life.apply({ kind: 'notTakenUp' })
    return { kind: 'interrupted', savedUntilMs: recording.savedUntilMs(null), cause }
  }

  /** Goes on with the last part where a page still holds it; true = it is being recorded. */
  async function takeUpWithPage(recording: LiveRecording, partNumber: number, last: PartState): Promise<boolean> {
    const page = await pageHolding(recording.session.recordingId, partNumber)
    try {
      if (!page) return false
      const sink = await reopenPart({ directory: recording.directory, partNumber, clock })
      const before = { startedAtMs: last.startedAtMs, savedUntilMs: last.lastAtMs }
      const part = await openLivePart(recording, partNumber, sink, before)
      life.apply({ kind: 'takenUp', part, isRecording: page.hello.holding?.recording ?? false })
    } catch (error) {
      log.error({ partNumber, error: errorText(error) }, 'part not taken up again')
      tools.letGo()
      return false
    } finally {
      // Not earlier: a page whose link breaks just now must not be told that nobody wants its chunks.
      awaited = null
    }
    const now = tools.pages().current()
    if (now && holdsLivePart(now.hello, life.state())) {
      life.apply({ kind: 'pageCame', holdsPart: true, wasStarved: false })
    }
    if (page.hello.holding?.recording) return true
    // A stop may be asked meanwhile: then it is finished, not lost.
    await life.until(({ step, isClosing }) => (step.name !== 'stopping' && step.name !== 'ending') || isClosing)
    return false
  }

  async function pageHolding(recordingId: string, partNumber: number): Promise<RecorderPage | null> {
    const found = new Promise<RecorderPage | null>(resolve => {
      awaited = { recordingId, partNumber, found: resolve }
    })
    const early = unanswered
    unanswered = null
    if (early?.link.isOpen()) {
      if (holdsPart(early.hello, recordingId, partNumber)) return early
      early.link.send({ kind: 'welcome', resume: null })
    }
    // One that is here already without the part: no other will come.
    if (tools.pages().current()) return null
    const page = await deadlines.within(found, waits.adoptMs)
    return page === 'late' ? null : page
  }

  const isJustMade = (): boolean =>
    stage === 'notYet' && life.state().step.name === 'idle' && clock.monotonicMs() - madeAtMs < waits.adoptMs

  return {
    async adopt(session) {
      if (!life.apply({ kind: 'adoptAsked' }).ok) throw new Error('A recording is in hand already')
      stage = 'preparing'
      try {
        return await takeUp(session)
      } catch (error) {
        // What the disk holds stays as it lies: the next start finds it again.
        const { step } = life.state()
        if (step.name === 'preparing') life.apply({ kind: 'notPrepared' })
        if (step.name === 'adopting') life.apply({ kind: 'notTakenUp' })
        throw error
      } finally {
        stage = 'decided'
        if (unanswered) tools.letGo()
        unanswered = null
        watch.judge()
      }
    },
    forgetWaiting() {
      unanswered = null
    },
    giveUpWaiting: () => awaited?.found(null),
    finds(page) {
      if (!awaited || !holdsPart(page.hello, awaited.recordingId, awaited.partNumber)) return false
      awaited.found(page)
      return true
    },
    keepsWaiting(page) {
      if (!page.hello.holding || !(isJustMade() || stage === 'preparing')) return false
      unanswered = page
      return true
    },
    tick() {
      if (!unanswered || stage !== 'notYet' || clock.monotonicMs() - madeAtMs < waits.adoptMs) return
      unanswered.link.send({ kind: 'welcome', resume: null })
      unanswered = null
    },
  }
}
