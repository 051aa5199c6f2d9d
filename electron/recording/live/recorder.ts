import { uptime } from 'node:os'
import { hostOf } from '../../../shared/desktop/host.ts'
import { makeRecordingAdoption } from './adoption.ts'
import { makeCarryOut } from './carry-out.ts'
import { endLeftRecording } from './left-recording.ts'
import { isBeginning, isLosing, openPartOf, recordingOf } from './lifecycle/lifecycle.ts'
import { makeLivePart, type OpenLivePart } from './live-part.ts'
import { makeMicrophoneWish } from './microphone-wish.ts'
import { makeOpenReception } from './open-reception.ts'
import { makePageWords } from './page-words.ts'
import { makePartLoss } from './part-loss.ts'
import { makePartStart } from './part-start.ts'
import { stopRecording } from './part-stop.ts'
import { type LostRecording, type Recorder, type RecorderDeps, recorderWaits } from './recorder-api.ts'
import { makeRecorderPages, type RecorderPages } from './recorder-pages.ts'
import { makeRecorderTools } from './recorder-tools.ts'
import { makeRecorderWatch } from './recorder-watch.ts'
import { makeRecordingLife, type RecordingEffect, type RecordingLife } from './recording-life.ts'
import { makeRoomRecognition } from './room-recognition.ts'

export type { MakeVerifier, PartVerifier } from './part-checks.ts'
export type { Adoption, LostRecording, Recorder, RecorderDeps, StartReply } from './recorder-api.ts'
export { recorderWaits } from './recorder-api.ts'
export type { RecorderConnection } from './recorder-connection.ts'

const framesEveryMs = 5_000

/** Puts the topics of a live recording together: start, stop, loss, adoption, and the look once a second. */
export function makeRecorder(deps: RecorderDeps): Recorder {
  const { rootDirectory, clock, log, freeBytes, sessionBytes, onLost } = deps
  const host = hostOf({ openTelemostInside: deps.isRoomGiven })
  const waits = { ...recorderWaits, ...deps.waits }
  const bootedAtMs = deps.bootedAtMs ?? (() => Date.now() - uptime() * 1000)
  const life: RecordingLife = makeRecordingLife({
    carryOut: effect => carryOut(effect),
    onMoved() {
      tellRoom()
      watch.judge()
    },
    log,
  })
  const recording = () => recordingOf(life.state())
  let framesAtMs = clock.monotonicMs()

  const recognition = makeRoomRecognition(page => deps.isRoomGiven && !page.link.isChosenByHand)
  const watch = makeRecorderWatch({
    ...deps,
    recognition,
    pages: () => pages,
    state: life.state,
    openReception: () => openReception.current(),
  })
  const tools = makeRecorderTools({ rootDirectory, clock, log, waits, life, watch, pages: () => pages })
  const { send, background, openJournal, deadlines } = tools
  const loss = makePartLoss(tools)
  const openLivePart: OpenLivePart = (recording, partNumber, sink, before) =>
    makeLivePart({
      directory: recording.directory,
      recordingId: recording.session.recordingId,
      partNumber,
      sink,
      makeVerifier: deps.makeVerifier,
      send,
      onWriteError: loss.onWriteError,
      onFacts: watch.judge,
      clock,
      log,
      ...(before ? { before } : {}),
    })
  const microphone = makeMicrophoneWish(send)
  const openReception = makeOpenReception(send)
  const carryOut: (effect: RecordingEffect) => void = makeCarryOut({
    tools,
    microphone,
    onLost,
    goOn: lost => void goOn(lost),
  })
  const start = makePartStart({ tools, openLivePart, recognition, freeBytes, sessionBytes, host })
  const adoption = makeRecordingAdoption({ tools, openLivePart, recognition, bootedAtMs })
  const pages: RecorderPages = makeRecorderPages({
    clock,
    ...makePageWords({ tools, loss, adoption, microphone, openReception, onReport: tellRoom }),
  })

  /** Into the recording's own log, as soon as it is known. */
  function tellRoom(): void {
    const { step } = life.state()
    if (step.name !== 'recording') return
    const line = recognition.news(pages.current(), clock.nowMs())
    if (line) void background(step.recording.journal.write(line))
  }

  function tick(): void {
    const nowMs = clock.monotonicMs()
    deadlines.check()
    openPartOf(life.state())?.tick()
    void recording()?.folder.beat()
    loss.tick()
    adoption.tick()
    const { step } = life.state()
    if (step.name === 'recording' && nowMs - framesAtMs >= framesEveryMs) {
      framesAtMs = nowMs
      void background(step.recording.writeFrames(tools.status(), clock.nowMs()))
    }
    watch.tick()
  }

  /** Nobody is asked: the sources never went. Where the next part cannot begin, the recording is lost as any other. */
  async function goOn(lost: LostRecording): Promise<void> {
    const reply = await start.continueAsNewPart(lost.recordingId)
    if (!reply.ok && !life.state().isClosing) onLost(lost)
  }

  const stopTimer = deps.everySecond(tick)

  return {
    connect: connection => (life.state().isClosing ? connection.close() : pages.connect(connection)),
    view: watch.view,
    onChange: watch.onChange,
    setInSession: watch.setInSession,
    setReception(receptionId) {
      openReception.set(receptionId)
      watch.judge()
    },
    start(session) {
      if (life.state().step.name === 'idle') openReception.set(session.receptionId)
      return start.start(session)
    },
    continueAsNewPart: start.continueAsNewPart,
    isRunning(recordingId) {
      const { step } = life.state()
      return step.name === 'recording' && step.recording.session.recordingId === recordingId
    },
    adopt: adoption.adopt,
    async stop(recordingId) {
      const stopped = await stopRecording(tools, recordingId)
      return stopped ?? endLeftRecording({ rootDirectory, recordingId, clock, openJournal })
    },
    mark(code, atMs = clock.nowMs()) {
      const live = recording()
      if (live) void background(live.journal.write({ kind: 'marker', code, atMs }))
      else log.warn({ code }, 'marker without a recording')
    },
    documentInterval(fromMs, toMs) {
      const live = recording()
      if (live) void background(live.journal.write({ kind: 'document', fromMs, toMs }))
      else log.warn({}, 'document interval without a recording')
    },
    muteMicrophone: microphone.set,
    answerRoom(choiceId, isRight) {
      if (!recognition.answer(pages.current(), choiceId, isRight)) return false
      if (!isRight) send({ kind: 'leaveRoom', choiceId })
      tellRoom()
      watch.judge()
      return true
    },
    async close() {
      // A page that was told to start is told to let go before its link ends.
      if (!life.apply({ kind: 'closeAsked' }).ok) return
      stopTimer()
      pages.close()
      deadlines.end()
      await watch.close()
      // A part that is just being opened is taken back, an adoption leaves its part open.
      await life.until(state => !isBeginning(state) && !isLosing(state))
      await background(openPartOf(life.state())?.release() ?? Promise.resolve())
      const left = recording()
      await background(left?.journal.close() ?? Promise.resolve())
      await left?.folder.release()
    },
  }
}
