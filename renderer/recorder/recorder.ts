import { makeOutbox } from '../../shared/recording/outbox.ts'
import { fullPace, nextPace } from '../../shared/recording/pace.ts'
import type { RecorderStatus, ToRecorder } from '../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../shared/recording/settings.ts'
import { type Capture, type MakeRoom, makeCapture } from './capture/capture.ts'
import type { MicrophoneWish } from './capture/microphone-wish.ts'
import { makeRenewals } from './capture/renewals.ts'
import { makePartMaker } from './encode/part-maker.ts'
import { makeRecorderLink } from './link/recorder-link.ts'
import type { ConnectTransport } from './link/transport.ts'
import type { RecorderView } from './screen/headline.ts'

/** The recorder page without its screen. */
export interface Recorder {
  readonly capture: Capture
  view(): RecorderView
  /** Lets go of the sources and of the link, for good. */
  close(): Promise<void>
}

export interface RecorderDeps {
  readonly initialWish: MicrophoneWish
  readonly connect: ConnectTransport
  readonly makeRoom?: MakeRoom
  /** Called with each tick of the page's clock and after each change. */
  readonly onChanged: () => void
  /** How old the last picture of a chunk was when the chunk came out of the encoder, milliseconds. */
  readonly onLag?: (lagMs: number) => void
}

/** Unacknowledged bytes on their way at once: after an outage the rest is not copied into the socket in one go. */
const onTheWayBytes = 4 * 1024 * 1024
/** Past the alarm the page still holds on; this many times the limit it ends the part rather than die with all of it. */
const lastResortFactor = 4

export async function makeRecorder({
  initialWish,
  connect,
  makeRoom,
  onChanged,
  onLag,
}: RecorderDeps): Promise<Recorder> {
  const { statusMs, heldLimitBytes } = recorderSettings
  const outbox = makeOutbox()
  let isReplaced = false
  let refusedDetail: string | null = null
  let isHeldLimitTold = false
  let wasArmed = ''
  let statusAtMs = 0
  const renewals = makeRenewals()

  const capture = await makeCapture({
    initialWish,
    ...(makeRoom ? { makeRoom } : {}),
    onTick: tick,
    onChanged: changed,
    onRefused: ({ refusal, detail }) => link.send({ kind: 'armingRefused', refusal, detail }),
    onPictureRenewed(detail) {
      const part = maker.running()
      if (part === null) return
      const { recordingId, partNumber } = part
      // Not told where it dies again and again: then the part fails as any other, and a person sees to it.
      if (renewals.isRepair(performance.now())) {
        link.send({ kind: 'pictureRenewed', recordingId, partNumber, detail })
      }
      maker.stop(part)
    },
  })
  let pace = fullPace
  const maker = makePartMaker({
    stream() {
      capture.pump.setEncoding(true)
      return capture.stream()
    },
    outbox,
    onLag(lagMs) {
      onLag?.(lagMs)
      const before = pace
      pace = nextPace(pace, lagMs)
      if (pace.framesPerSecond !== before.framesPerSecond) capture.pump.setPace(pace.framesPerSecond)
    },
    onChanged: changed,
  })
  const link = makeRecorderLink({
    connect,
    pageId: crypto.randomUUID(),
    holding: () => outbox.held(),
    onWelcome({ resume }) {
      refusedDetail = null
      isHeldLimitTold = false
      wasArmed = ''
      // Nobody waits for these bytes any more: the part they belong to was ended without us.
      if (resume === null) maker.stopAny()
      outbox.resume(resume)
      changed()
    },
    onMessage: obey,
    onChanged: changed,
  })

  function obey(message: Exclude<ToRecorder, { kind: 'welcome' }>): void {
    switch (message.kind) {
      case 'startPart':
        void maker.start(message)
        break
      case 'stopPart':
        maker.stop(message)
        break
      case 'acknowledge':
        outbox.acknowledge(message, message.sequence)
        break
      case 'resend':
        outbox.resendFrom(message, message.fromSequence)
        break
      case 'muteMicrophone':
        capture.graph.setMicrophoneMuted(message.muted)
        break
      case 'reception':
        capture.tellReception(message.receptionId)
        break
      case 'leaveRoom':
        if (maker.running() === null && capture.choiceId() === message.choiceId) capture.leaveRoom()
        break
      case 'replaced':
        isReplaced = true
        link.close()
        maker.stopAny()
        void capture.release()
        break
      case 'refused':
        refusedDetail = message.detail
        break
      default:
        message satisfies never
    }
    changed()
  }

  function sendHeld(): void {
    while (link.isUp() && link.bufferedBytes() < onTheWayBytes) {
      const outgoing = outbox.next()
      if (outgoing === null) return
      if (outgoing instanceof Uint8Array) link.sendChunk(outgoing)
      else link.send(outgoing)
    }
  }

  function guardHeld(): void {
    const held = outbox.held()
    const heldBytes = outbox.heldBytes()
    if (heldBytes < heldLimitBytes) isHeldLimitTold = false
    else if (held !== null && !isHeldLimitTold && link.isUp()) {
      isHeldLimitTold = true
      const { recordingId, partNumber } = held
      link.send({ kind: 'heldLimitReached', recordingId, partNumber, heldBytes })
    }
    if (heldBytes >= heldLimitBytes * lastResortFactor) maker.stopAny()
  }

  function tellArmed(): void {
    const labels = { pictureLabel: capture.room.pictureLabel(), microphoneLabel: capture.microphone.label() }
    const armed = capture.isArmed() ? JSON.stringify(labels) : ''
    if (!link.isUp() || armed === wasArmed) return
    wasArmed = armed
    if (armed !== '') link.send({ kind: 'armed', ...labels })
  }

  function changed(): void {
    // What is being recorded is recorded to its end.
    if (maker.running() === null) {
      capture.leaveForeignRoom()
      capture.pump.setEncoding(false)
    }
    if (!isReplaced) {
      guardHeld()
      sendHeld()
      tellArmed()
    }
    onChanged()
  }

  function tick(): void {
    const nowMs = performance.now()
    link.tick(nowMs)
    capture.tick(nowMs)
    if (nowMs - statusAtMs >= statusMs) {
      statusAtMs = nowMs
      link.send(status())
    }
    changed()
  }

  function status(): RecorderStatus {
    const { citizenDb, specialistDb, citizenSourceDb } = capture.graph.takeReport()
    const { fresh, repeated, placeholder, dropped } = capture.pump.counters()
    return {
      kind: 'status',
      atMs: Date.now(),
      picture: capture.room.picture(),
      citizenSound: capture.room.sound(),
      microphone: capture.microphone.condition(),
      microphoneMuted: capture.graph.isMicrophoneMuted(),
      chosenFor: capture.chosenFor(),
      choiceId: capture.choiceId(),
      citizenLevelDb: citizenDb,
      specialistLevelDb: specialistDb,
      citizenSourceLevelDb: citizenSourceDb,
      freshFrames: fresh,
      repeatedFrames: repeated,
      placeholderFrames: placeholder,
      droppedFrames: dropped,
      recording: maker.running() !== null,
      heldBytes: outbox.heldBytes(),
      heapBytes: performance.memory?.usedJSHeapSize ?? null,
    }
  }

  return {
    capture,
    async close() {
      link.close()
      maker.stopAny()
      await capture.release()
    },
    view: () => ({
      isReplaced,
      isLinkUp: link.isUp(),
      refusedDetail,
      refusal: capture.refusal()?.refusal ?? null,
      picture: capture.room.picture(),
      isFirstPictureAwaited: capture.pump.isFirstPictureAwaited(),
      citizenSound: capture.room.sound(),
      microphone: capture.microphone.condition(),
      isMicrophoneMuted: capture.graph.isMicrophoneMuted(),
      isSoundRunning: capture.graph.isRunning(),
      recordingSinceMs: maker.running() === null ? null : (maker.running()?.recordingSinceMs ?? null),
      isRecording: maker.running() !== null,
      heldBytes: outbox.heldBytes(),
      isHeldLimitReached: outbox.heldBytes() >= heldLimitBytes,
    }),
  }
}
