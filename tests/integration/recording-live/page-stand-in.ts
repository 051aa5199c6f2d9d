import { createHash, randomUUID } from 'node:crypto'
import { encodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { FromRecorder, RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { ToRecorder } from '../../../shared/recording/recorder-link.ts'

export interface PartAddress {
  readonly recordingId: string
  readonly partNumber: number
}

export const armedStatus = (changes: Partial<RecorderStatus> = {}): RecorderStatus => ({
  kind: 'status',
  atMs: Date.now(),
  picture: 'live',
  citizenSound: 'live',
  microphone: 'live',
  microphoneMuted: false,
  chosenFor: null,
  choiceId: null,
  citizenLevelDb: -30,
  specialistLevelDb: -30,
  citizenSourceLevelDb: -30,
  freshFrames: 0,
  repeatedFrames: 0,
  placeholderFrames: 0,
  droppedFrames: 0,
  recording: false,
  heldBytes: 0,
  heapBytes: null,
  ...changes,
})

export const frameOf = (part: PartAddress, sequence: number, payload: Uint8Array): Uint8Array =>
  encodeChunkFrame({ ...part, sequence, sha256: createHash('sha256').update(payload).digest(), payload })

/** Speaks the page's side of the link over any wire, and keeps what is not acknowledged, as the real page does. */
export interface PageStandIn {
  readonly pageId: string
  readonly received: readonly ToRecorder[]
  readonly part: PartAddress | null
  /** Numbers still held. */
  held(): readonly number[]
  /** The wire is open: says hello. */
  open(wire: { text(text: string): void; binary(bytes: Uint8Array): void }): void
  closed(): void
  onText(text: string): void
  say(message: FromRecorder): void
  /** Makes the next chunk; sent at once where the link was welcomed. */
  make(payload: Uint8Array): number
  stopPart(): void
  /** Resolves with the first message after now (or already there, from `sinceIndex` on) that fits. */
  next<K extends ToRecorder['kind']>(kind: K, sinceIndex?: number): Promise<Extract<ToRecorder, { kind: K }>>
}

export function makePageStandIn({ startsByItself = true, pageId = randomUUID() } = {}): PageStandIn {
  const received: ToRecorder[] = []
  const waiting: { kind: string; resolve: (message: never) => void }[] = []
  let wire: { text(text: string): void; binary(bytes: Uint8Array): void } | null = null
  let isWelcome = false
  let part: PartAddress | null = null
  let started: FromRecorder | null = null
  let stopped: FromRecorder | null = null
  let isRecording = false
  let nextSequence = 0
  const held = new Map<number, Uint8Array>()

  const say = (message: FromRecorder): void => wire?.text(JSON.stringify(message))

  function sendFrom(sequence: number): void {
    for (const [number, frame] of held) if (number >= sequence) wire?.binary(frame)
    if (stopped) say(stopped)
  }

  function stop(): void {
    if (!part || !isRecording) return
    isRecording = false
    stopped = { kind: 'partStopped', ...part, stoppedAtMs: Date.now(), chunkCount: nextSequence }
    if (isWelcome) say(stopped)
  }

  function obey(message: ToRecorder): void {
    switch (message.kind) {
      case 'welcome':
        isWelcome = true
        if (message.resume === null) {
          held.clear()
          part = started = stopped = null
          isRecording = false
        } else {
          for (const number of held.keys()) if (number < message.resume.nextSequence) held.delete(number)
          if (started) say(started)
          sendFrom(message.resume.nextSequence)
        }
        break
      case 'startPart':
        if (!startsByItself) break
        held.clear()
        stopped = null
        nextSequence = 0
        isRecording = true
        part = { recordingId: message.recordingId, partNumber: message.partNumber }
        started = { kind: 'partStarted', ...part, startedAtMs: Date.now(), mimeType: 'video/webm;codecs=vp9,opus' }
        say(started)
        break
      case 'stopPart':
        stop()
        break
      case 'acknowledge':
        for (const number of held.keys()) if (number <= message.sequence) held.delete(number)
        break
      case 'resend':
        sendFrom(message.fromSequence)
        break
      case 'muteMicrophone':
      case 'reception':
      case 'leaveRoom':
      case 'replaced':
      case 'refused':
        break
      default:
        message satisfies never
    }
  }

  return {
    pageId,
    received,
    get part() {
      return part
    },
    held: () => [...held.keys()],
    open(newWire) {
      wire = newWire
      const holding = part && { ...part, nextSequence, recording: isRecording }
      say({ kind: 'hello', pageId, holding })
    },
    closed() {
      wire = null
      isWelcome = false
    },
    onText(text) {
      const message = ToRecorder.parse(JSON.parse(text))
      received.push(message)
      obey(message)
      for (const waiter of waiting.filter(one => one.kind === message.kind)) {
        waiting.splice(waiting.indexOf(waiter), 1)
        waiter.resolve(message as never)
      }
    },
    say,
    make(payload) {
      if (!part) throw new Error('No part to make chunks of')
      const sequence = nextSequence
      nextSequence += 1
      const frame = frameOf(part, sequence, payload)
      held.set(sequence, frame)
      if (isWelcome) wire?.binary(frame)
      return sequence
    },
    stopPart: stop,
    next(kind, sinceIndex = received.length) {
      const there = received.slice(sinceIndex).find(message => message.kind === kind)
      if (there) return Promise.resolve(there as never)
      return new Promise(resolve => waiting.push({ kind, resolve }))
    },
  }
}
