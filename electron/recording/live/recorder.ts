import { uptime } from 'node:os'
import { makeRecordingAdoption } from './adoption.ts'
import { endLeftRecording } from './left-recording.ts'
import { makeLivePart, type OpenLivePart } from './live-part.ts'
import { makeMicrophoneWish } from './microphone-wish.ts'
import { makePageWords } from './page-words.ts'
import { makePartLoss } from './part-loss.ts'
import { makePartStart } from './part-start.ts'
import { makePartStop } from './part-stop.ts'
import { type Recorder, type RecorderDeps, recorderWaits } from './recorder-api.ts'
import { makeRecorderPages, type RecorderPages } from './recorder-pages.ts'
import { makeRecorderTools, type RecorderHand } from './recorder-tools.ts'
import { makeRecorderWatch } from './recorder-watch.ts'
import { notStarted } from './start-refusals.ts'

export type { MakeVerifier, PartVerifier } from './part-checks.ts'
export type { Adoption, LostRecording, Recorder, RecorderDeps, StartReply } from './recorder-api.ts'
export { recorderWaits } from './recorder-api.ts'
export type { RecorderConnection } from './recorder-connection.ts'

const framesEveryMs = 5_000

/** Puts the topics of a live recording together: start, stop, loss, adoption, and the look once a second. */
export function makeRecorder(deps: RecorderDeps): Recorder {
  const { rootDirectory, clock, log, freeBytes, sessionBytes, onLost } = deps
  const waits = { ...recorderWaits, ...deps.waits }
  const bootedAtMs = deps.bootedAtMs ?? (() => Date.now() - uptime() * 1000)
  const hand: RecorderHand = { live: null, closing: false }
  let opening: Promise<unknown> | null = null
  let stopping: Promise<{ directory: string }> | null = null
  let framesAtMs = clock.monotonicMs()

  const watch = makeRecorderWatch({ ...deps, pages: () => pages, live: () => hand.live })
  const tools = makeRecorderTools({ rootDirectory, clock, log, waits, hand, watch, pages: () => pages })
  const { send, background, openJournal, deadlines } = tools
  const loss = makePartLoss({ tools, onLost })
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
  const stop = makePartStop({ tools, microphone })
  const start = makePartStart({ tools, openLivePart, loss, freeBytes, sessionBytes })
  const adoption = makeRecordingAdoption({ tools, openLivePart, bringHome: stop.bringHome, bootedAtMs })
  const pages: RecorderPages = makeRecorderPages({
    clock,
    ...makePageWords({ tools, loss, adoption, microphone }),
  })

  function tick(): void {
    const { live } = hand
    const nowMs = clock.monotonicMs()
    deadlines.check()
    live?.part?.tick()
    loss.tick()
    adoption.tick()
    if (live?.phase === 'recording' && nowMs - framesAtMs >= framesEveryMs) {
      framesAtMs = nowMs
      void background(live.writeFrames(tools.status(), clock.nowMs()))
    }
    watch.tick()
  }

  /** While a part is being opened no other may be, and a stop waits. */
  async function alone<T>(work: Promise<T>): Promise<T> {
    opening = work
    try {
      return await work
    } finally {
      opening = null
    }
  }

  const stopTimer = deps.everySecond(tick)

  return {
    connect: connection => (hand.closing ? connection.close() : pages.connect(connection)),
    view: watch.view,
    onChange: watch.onChange,
    setInSession: watch.setInSession,
    start: session => (hand.live || opening ? Promise.resolve(notStarted('busy')) : alone(start.start(session))),
    continueAsNewPart: recordingId =>
      opening ? Promise.resolve(notStarted('busy')) : alone(start.continueAsNewPart(recordingId)),
    isRunning: recordingId => hand.live?.session.recordingId === recordingId && hand.live.phase === 'recording',
    adopt: session => alone(adoption.adopt(session)),
    async stop(recordingId) {
      await opening
      if (hand.live?.session.recordingId !== recordingId) {
        return endLeftRecording({ rootDirectory, recordingId, clock, openJournal })
      }
      stopping ??= stop.stopLive(hand.live).finally(() => {
        stopping = null
      })
      return stopping
    },
    mark(code, atMs = clock.nowMs()) {
      if (hand.live) void background(hand.live.journal.write({ kind: 'marker', code, atMs }))
      else log.warn({ code }, 'marker without a recording')
    },
    documentInterval(fromMs, toMs) {
      if (hand.live) void background(hand.live.journal.write({ kind: 'document', fromMs, toMs }))
      else log.warn({}, 'document interval without a recording')
    },
    muteMicrophone: microphone.set,
    async close() {
      if (hand.closing) return
      hand.closing = true
      stopTimer()
      start.abandon()
      pages.close()
      deadlines.end()
      await watch.close()
      // A part that is just being opened is taken back, an adoption leaves its part open.
      await opening?.catch(() => undefined)
      await hand.live?.ending
      await background(hand.live?.part?.release() ?? Promise.resolve())
      await background(hand.live?.journal.close() ?? Promise.resolve())
    },
  }
}
