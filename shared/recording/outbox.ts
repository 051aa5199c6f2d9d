import type { FromRecorder } from './recorder-link.ts'

export interface PartAddress {
  readonly recordingId: string
  readonly partNumber: number
}

/** What is known of the newest part, for `hello`. */
export interface HeldPart extends PartAddress {
  /** The number the next chunk made will get. */
  readonly nextSequence: number
  readonly recording: boolean
}

type Frame = Uint8Array<ArrayBuffer>
type PartControl<Kind> = Extract<FromRecorder, { kind: Kind }>
export type Outgoing = PartControl<'partStarted' | 'partStopped' | 'recorderFailed'> | Frame

/**
 * Everything that must reach the sink, in its order: the start of a part, its chunks, its end. Chunks stay until they
 * are acknowledged, however often the link breaks; nothing is ever dropped because there is too much of it.
 */
export interface Outbox {
  open(part: PartAddress): void
  started(message: PartControl<'partStarted'>): void
  /** Chunks come in the order of their numbers. */
  chunk(part: PartAddress, sequence: number, frame: Frame): void
  stopped(message: PartControl<'partStopped'>): void
  /** Told once, not again after a broken link. */
  failed(message: PartControl<'recorderFailed'>): void
  /** The next thing to send, or null; it counts as sent. */
  next(): Outgoing | null
  acknowledge(part: PartAddress, sequence: number): void
  /** Sends again from this chunk of this part on. */
  resendFrom(part: PartAddress, sequence: number): void
  /** After a broken link: the sink has all chunks of `part` below `nextSequence`; null = it wants nothing held here. */
  resume(wanted: (PartAddress & { readonly nextSequence: number }) | null): void
  held(): HeldPart | null
  heldBytes(): number
}

interface Part extends PartAddress {
  isRecording: boolean
  /** Null once the sink is known to have it. */
  started: PartControl<'partStarted'> | null
  readonly chunks: Map<number, Frame>
  firstHeld: number
  nextMade: number
  stopped: PartControl<'partStopped'> | null
  failed: PartControl<'recorderFailed'> | null
  /** What was sent on the present link. */
  sent: { started: boolean; nextChunk: number; stopped: boolean }
}

export function makeOutbox(): Outbox {
  let parts: Part[] = []
  let heldBytes = 0
  const find = ({ recordingId, partNumber }: PartAddress): Part | undefined =>
    parts.find(part => part.recordingId === recordingId && part.partNumber === partNumber)

  function settle(address: PartAddress, sequence: number): void {
    const settled = find(address)
    if (settled === undefined) return
    settled.started = null
    for (; settled.firstHeld <= Math.min(sequence, settled.nextMade - 1); settled.firstHeld += 1) {
      heldBytes -= settled.chunks.get(settled.firstHeld)?.byteLength ?? 0
      settled.chunks.delete(settled.firstHeld)
    }
    settled.sent.nextChunk = Math.max(settled.sent.nextChunk, settled.firstHeld)
    // The sink has moved on to this part: earlier ones with nothing left are over.
    const own = parts.indexOf(settled)
    parts = parts.filter((part, index) => index >= own || part.chunks.size > 0)
  }

  function nextOf(part: Part): Outgoing | null {
    if (part.started !== null && !part.sent.started) {
      part.sent.started = true
      return part.started
    }
    const frame = part.chunks.get(part.sent.nextChunk)
    if (frame !== undefined) {
      part.sent.nextChunk += 1
      return frame
    }
    if (part.stopped !== null && !part.sent.stopped) {
      part.sent.stopped = true
      return part.stopped
    }
    const { failed } = part
    part.failed = null
    return failed
  }

  return {
    open({ recordingId, partNumber }) {
      parts.push({
        recordingId,
        partNumber,
        isRecording: true,
        started: null,
        chunks: new Map(),
        firstHeld: 0,
        nextMade: 0,
        stopped: null,
        failed: null,
        sent: { started: false, nextChunk: 0, stopped: false },
      })
    },
    started(message) {
      const part = find(message)
      if (part !== undefined) part.started = message
    },
    chunk(address, sequence, frame) {
      const part = find(address)
      // The sink no longer wants this part (see `resume`).
      if (part === undefined) return
      part.chunks.set(sequence, frame)
      part.nextMade = sequence + 1
      heldBytes += frame.byteLength
    },
    stopped(message) {
      const part = find(message)
      if (part === undefined) return
      part.stopped = message
      part.isRecording = false
    },
    failed(message) {
      const part = find(message)
      if (part === undefined) return
      part.failed = message
      part.isRecording = false
    },
    next() {
      for (const part of parts) {
        const outgoing = nextOf(part)
        if (outgoing !== null) return outgoing
      }
      return null
    },
    acknowledge: settle,
    resendFrom(address, sequence) {
      const part = find(address)
      if (part === undefined) return
      part.sent.nextChunk = Math.max(part.firstHeld, Math.min(part.sent.nextChunk, sequence))
      part.sent.stopped = false
    },
    resume(wanted) {
      if (wanted === null) {
        parts = []
        heldBytes = 0
        return
      }
      if (wanted.nextSequence > 0) settle(wanted, wanted.nextSequence - 1)
      for (const part of parts) part.sent = { started: false, nextChunk: part.firstHeld, stopped: false }
    },
    held() {
      const newest = parts.at(-1)
      if (newest === undefined) return null
      const { recordingId, partNumber, nextMade, isRecording } = newest
      return { recordingId, partNumber, nextSequence: nextMade, recording: isRecording }
    },
    heldBytes: () => heldBytes,
  }
}
