import { encodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { Outbox, PartAddress } from '../../../shared/recording/outbox.ts'
import { type EncoderLag, makeEncoderLag } from './encoder-lag.ts'
import { type PartEncoder, startPartEncoder } from './part-encoder.ts'

/** Makes the parts of a recording: encoder → numbered, hashed frames → outbox. */
export interface PartMaker {
  /** Begins a part; the one before is ended first. Asking for the part that runs is no new start. */
  start(part: PartAddress): Promise<void>
  stop(part: PartAddress): void
  /** Ends whatever runs; its rest still goes into the outbox. */
  stopAny(): void
  /** The running part; null between parts. */
  running(): RunningPart | null
}

export interface RunningPart extends PartAddress {
  /** When this recording's first part of this page began, milliseconds; null until the encoder runs. */
  readonly recordingSinceMs: number | null
}

export interface PartMakerDeps {
  /** The tracks to encode, asked for at the start of each part. */
  readonly stream: () => MediaStream
  readonly outbox: Outbox
  /** How old the last picture of a chunk was when the chunk came out. */
  readonly onLag: (lagMs: number) => void
  /** There is something new to send or to show. */
  readonly onChanged: () => void
}

interface LivePart {
  readonly address: PartAddress
  readonly encoder: PartEncoder
  readonly ended: Promise<void>
}

export function makePartMaker({ stream, outbox, onLag, onChanged }: PartMakerDeps): PartMaker {
  let live: LivePart | null = null
  let since: { readonly recordingId: string; readonly atMs: number } | null = null

  function begin(address: PartAddress): void {
    const ended = Promise.withResolvers<void>()
    /** Hashing is asynchronous; the line keeps the chunks in the order they were made. */
    let line: Promise<void> = Promise.resolve()
    let sequence = 0
    let lag: EncoderLag | null = null
    outbox.open(address)
    const fail = (detail: string): void => outbox.failed({ kind: 'recorderFailed', ...address, detail })

    function encoder(): PartEncoder {
      return startPartEncoder({
        stream: stream(),
        onStarted(startedAtMs, mimeType) {
          if (since?.recordingId !== address.recordingId)
            since = { recordingId: address.recordingId, atMs: startedAtMs }
          lag = makeEncoderLag(startedAtMs)
          outbox.started({ kind: 'partStarted', ...address, startedAtMs, mimeType })
          onChanged()
        },
        onChunk(chunk, atMs) {
          const own = sequence
          sequence += 1
          line = line.then(async () => {
            const payload = new Uint8Array(await chunk.arrayBuffer())
            outbox.chunk(address, own, await frameOf(address, own, payload))
            const lagMs = lag?.of(payload, atMs) ?? null
            if (lagMs !== null) onLag(lagMs)
            onChanged()
          })
        },
        onStopped(stoppedAtMs, failure) {
          if (live?.address === address) live = null
          const finish = (problem: string | null): void => {
            outbox.stopped({ kind: 'partStopped', ...address, stoppedAtMs, chunkCount: sequence })
            if (problem !== null) fail(problem)
            ended.resolve()
            onChanged()
          }
          void line.then(
            () => finish(failure),
            () => finish('a chunk could not be read'),
          )
        },
      })
    }

    try {
      live = { address, encoder: encoder(), ended: ended.promise }
    } catch (error) {
      fail(error instanceof Error ? error.message : 'encoder refused')
    }
    onChanged()
  }

  return {
    async start({ recordingId, partNumber }) {
      if (live?.address.recordingId === recordingId && live.address.partNumber === partNumber) return
      live?.encoder.stop()
      await live?.ended
      begin({ recordingId, partNumber })
    },
    stop({ recordingId, partNumber }) {
      if (live?.address.recordingId === recordingId && live.address.partNumber === partNumber) live.encoder.stop()
    },
    stopAny: () => live?.encoder.stop(),
    running() {
      if (live === null) return null
      const isSince = since?.recordingId === live.address.recordingId
      return { ...live.address, recordingSinceMs: isSince ? (since?.atMs ?? null) : null }
    },
  }
}

async function frameOf(
  address: PartAddress,
  sequence: number,
  payload: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', payload))
  return encodeChunkFrame({ ...address, sequence, sha256, payload })
}
