import { createHash, randomUUID } from 'node:crypto'
import type pino from 'pino'
import {
  buildGrabberArguments,
  buildGrabberMeterArguments,
  type GrabbedSources,
  grabbedMimeType,
} from '../../../shared/media/grabber-arguments.ts'
import { encodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import { makeOutbox, type PartAddress } from '../../../shared/recording/outbox.ts'
import type {
  FromRecorder,
  RecorderStatus,
  SourceCondition,
  ToRecorder,
} from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { Clock } from '../../clock.ts'
import type { RecorderConnection } from '../live/recorder-connection.ts'
import { type GrabFacts, type GrabProcess, startGrabProcess } from './grab-process.ts'
import { type LocalLink, makeLocalLink } from './local-link.ts'

/** The names the screens show for what is grabbed. */
export interface GrabberLabels {
  readonly pictureLabel: string
  readonly microphoneLabel: string
}

/**
 * The second engine: ffmpeg's own grabbers behind the same link a recorder page speaks, so that sink, live check, alarms,
 * seal and slip are the same. Its process belongs to the workstation: who kills that, ends the part, and the next one
 * follows after the notice, as with a recorder page that died.
 */
export interface Grabber {
  /** Resolves once window and both sounds deliver; `false` where they do not within a few seconds. */
  arm(sources: GrabbedSources, labels: GrabberLabels): Promise<boolean>
  /** Lets go of everything. A part that runs is ended in order. */
  release(): Promise<void>
  isArmed(): boolean
  /** The running recording's process, for whoever has to end it from outside. */
  recordingPid(): number | null
}

export interface GrabberDeps {
  readonly ffmpegPath: string
  readonly connect: (connection: RecorderConnection) => void
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
}

const armWaitMs = 8_000
/** A source that delivered nothing for so long has ended. */
const sourceLostMs = 2_000
/** After the death of a grabber its sources are looked for again. */
const retryMs = 1_000

export function makeGrabber({ ffmpegPath, connect, clock, log }: GrabberDeps): Grabber {
  const { chunkMs, statusMs, heldLimitBytes } = recorderSettings
  const pageId = randomUUID()
  const outbox = makeOutbox()
  let chosen: (GrabberLabels & { sources: GrabbedSources }) | null = null
  let link: LocalLink | null = null
  let meter: GrabProcess | null = null
  let part: RunningPart | null = null
  let muted = false
  let wasArmed = false
  /** The reception the window was chosen for. */
  let chosenFor: string | null = null
  let choiceId: string | null = null
  let isHeldLimitTold = false
  let statusTimer: NodeJS.Timeout | null = null
  let retryTimer: NodeJS.Timeout | null = null
  let counted = { frames: 0, repeated: 0, dropped: 0 }

  const facts = (): GrabFacts | null => (part?.process ?? meter)?.facts() ?? null

  function conditionOf(atMs: number | null | undefined): SourceCondition {
    if (chosen === null) return 'absent'
    return atMs != null && clock.monotonicMs() - atMs < sourceLostMs ? 'live' : 'ended'
  }

  function status(): RecorderStatus {
    const now = facts()
    const sound = conditionOf(now?.levelAtMs)
    const citizenLevelDb = now?.citizenDb ?? -120
    return {
      kind: 'status',
      atMs: clock.nowMs(),
      picture: conditionOf(now?.pictureAtMs),
      citizenSound: sound,
      microphone: sound,
      microphoneMuted: muted,
      chosenFor,
      choiceId,
      citizenLevelDb,
      specialistLevelDb: now?.specialistDb ?? -120,
      citizenSourceLevelDb: citizenLevelDb,
      freshFrames: counted.frames + (part?.process.facts().frames ?? 0),
      repeatedFrames: counted.repeated + (part?.process.facts().repeated ?? 0),
      placeholderFrames: 0,
      droppedFrames: counted.dropped + (part?.process.facts().dropped ?? 0),
      recording: part !== null,
      heldBytes: outbox.heldBytes(),
      heapBytes: null,
    }
  }

  function tick(): void {
    const report = status()
    link?.send(report)
    const armed = report.picture === 'live' && report.citizenSound === 'live'
    if (armed && !wasArmed && chosen) {
      const { pictureLabel, microphoneLabel } = chosen
      link?.send({ kind: 'armed', pictureLabel, microphoneLabel })
    }
    wasArmed = armed
  }

  function sendHeld(): void {
    for (let outgoing = outbox.next(); outgoing !== null; outgoing = outbox.next()) {
      if (outgoing instanceof Uint8Array) link?.sendBytes(outgoing)
      else link?.send(outgoing)
    }
    const heldBytes = outbox.heldBytes()
    if (heldBytes < heldLimitBytes) isHeldLimitTold = false
    else if (part && !isHeldLimitTold) {
      isHeldLimitTold = true
      link?.send({ kind: 'heldLimitReached', ...part.address, heldBytes })
    }
  }

  function startMeter(): void {
    if (chosen === null || meter !== null || part !== null) return
    const started = startGrabProcess({
      ffmpegPath,
      arguments: buildGrabberMeterArguments(chosen.sources, { muted }),
      monotonicMs: clock.monotonicMs,
      onDied: tail => {
        log.warn({ tail }, 'the grabber’s meter ended')
        if (meter !== started) return
        meter = null
        retryTimer = setTimeout(startMeter, retryMs)
      },
    })
    meter = started
  }

  function stopMeter(): void {
    meter?.kill()
    meter = null
    if (retryTimer) clearTimeout(retryTimer)
    retryTimer = null
  }

  function startPart(address: PartAddress): void {
    if (chosen === null || part !== null) return
    outbox.open(address)
    const running = makeRunningPart(address, chosen.sources)
    part = running
  }

  function makeRunningPart(address: PartAddress, sources: GrabbedSources): RunningPart {
    let pending: Buffer[] = []
    let sequence = 0
    let startedAtMs: number | null = null
    const flush = (): void => {
      if (pending.length === 0) return
      const payload = Buffer.concat(pending)
      pending = []
      const sha256 = createHash('sha256').update(payload).digest()
      outbox.chunk(address, sequence, encodeChunkFrame({ ...address, sequence, sha256, payload }))
      sequence += 1
      sendHeld()
    }
    const process = startGrabProcess({
      ffmpegPath,
      arguments: buildGrabberArguments(sources, { muted }),
      monotonicMs: clock.monotonicMs,
      onBytes(bytes) {
        pending.push(bytes)
        if (startedAtMs !== null) return
        // The header is written with the first packet: what is seen from now on is in the file.
        startedAtMs = clock.nowMs()
        outbox.started({ kind: 'partStarted', ...address, startedAtMs, mimeType: grabbedMimeType })
        stopMeter()
        flush()
      },
      onDied(tail) {
        log.error({ ...address, tail }, 'the grabber ended by itself')
        flush()
        close()
        outbox.failed({ kind: 'recorderFailed', ...address, detail: 'the grabber ended' })
        sendHeld()
        startMeter()
      },
    })
    const timer = setInterval(flush, chunkMs)
    function close(): void {
      clearInterval(timer)
      const last = process.facts()
      counted = {
        frames: counted.frames + last.frames,
        repeated: counted.repeated + last.repeated,
        dropped: counted.dropped + last.dropped,
      }
      part = null
    }
    return {
      address,
      process,
      async stop() {
        await process.stop()
        flush()
        close()
        const stoppedAtMs = clock.nowMs()
        outbox.stopped({ kind: 'partStopped', ...address, stoppedAtMs, chunkCount: sequence })
        sendHeld()
        startMeter()
      },
    }
  }

  function obey(message: ToRecorder): void {
    switch (message.kind) {
      case 'welcome':
        outbox.resume(message.resume)
        break
      case 'startPart':
        startPart({ recordingId: message.recordingId, partNumber: message.partNumber })
        break
      case 'stopPart':
        if (part && part.address.partNumber === message.partNumber) void part.stop()
        break
      case 'acknowledge':
        outbox.acknowledge(message, message.sequence)
        break
      case 'resend':
        outbox.resendFrom(message, message.fromSequence)
        break
      case 'muteMicrophone':
        muted = message.muted
        meter?.setMuted(muted)
        part?.process.setMuted(muted)
        break
      case 'reception':
        if (chosenFor === null) chosenFor = message.receptionId
        // A window shown in the next reception is chosen anew.
        else if (chosenFor !== message.receptionId && part === null) void release()
        break
      case 'leaveRoom':
        if (choiceId === message.choiceId && part === null) void release()
        break
      case 'replaced':
      case 'refused':
        log.info({ why: message.kind }, 'the grabber lets go')
        void release()
        return
      default:
        message satisfies never
    }
    sendHeld()
  }

  function say(message: FromRecorder): void {
    link?.send(message)
  }

  async function release(): Promise<void> {
    chosen = null
    chosenFor = null
    choiceId = null
    wasArmed = false
    if (statusTimer) clearInterval(statusTimer)
    statusTimer = null
    stopMeter()
    await part?.stop()
    stopMeter()
    link?.close()
    link = null
  }

  return {
    async arm(sources, labels) {
      await release()
      chosen = { sources, ...labels }
      choiceId = randomUUID()
      startMeter()
      const untilMs = clock.monotonicMs() + armWaitMs
      while (chosen?.sources === sources && clock.monotonicMs() < untilMs) {
        const now = facts()
        if (now?.levelAtMs != null && now.pictureAtMs != null) break
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      const now = facts()
      if (chosen?.sources !== sources || now?.levelAtMs == null || now.pictureAtMs == null) {
        await release()
        return false
      }
      link = makeLocalLink(obey)
      connect(link.connection)
      say({ kind: 'hello', pageId, holding: null })
      tick()
      statusTimer = setInterval(tick, statusMs)
      return true
    },
    release,
    isArmed: () => wasArmed,
    recordingPid: () => part?.process.pid ?? null,
  }
}

interface RunningPart {
  readonly address: PartAddress
  readonly process: GrabProcess
  stop(): Promise<void>
}
