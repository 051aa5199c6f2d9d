import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeChunkFrame, encodeChunkFrame } from '../../../../shared/recording/chunk-frame.ts'
import { makeOutbox, type Outgoing } from '../../../../shared/recording/outbox.ts'

const recordingId = '5f0f7a0e-3f5e-4f3a-9c0d-2b1a6f7e8d90'
const part = (partNumber: number) => ({ recordingId, partNumber })
const frame = (partNumber: number, sequence: number) =>
  encodeChunkFrame({
    ...part(partNumber),
    sequence,
    sha256: new Uint8Array(32).fill(sequence),
    payload: new Uint8Array(10).fill(sequence),
  })
const started = (partNumber: number) =>
  ({ kind: 'partStarted', ...part(partNumber), startedAtMs: 1, mimeType: 'video/webm' }) as const
const stopped = (partNumber: number, chunkCount: number) =>
  ({ kind: 'partStopped', ...part(partNumber), stoppedAtMs: 2, chunkCount }) as const

const nameOf = (outgoing: Outgoing): string => {
  if (!(outgoing instanceof Uint8Array)) return `${outgoing.kind} ${outgoing.partNumber}`
  const chunk = decodeChunkFrame(outgoing)
  return `chunk ${chunk?.partNumber}/${chunk?.sequence}`
}
const drain = (outbox: ReturnType<typeof makeOutbox>): string[] => {
  const names: string[] = []
  for (let next = outbox.next(); next !== null; next = outbox.next()) names.push(nameOf(next))
  return names
}

/** A part of three chunks, ended. */
function filled(partNumber: number, outbox = makeOutbox()) {
  outbox.open(part(partNumber))
  outbox.started(started(partNumber))
  for (const sequence of [0, 1, 2]) outbox.chunk(part(partNumber), sequence, frame(partNumber, sequence))
  outbox.stopped(stopped(partNumber, 3))
  return outbox
}
const whole = (partNumber: number): string[] => [
  `partStarted ${partNumber}`,
  ...[0, 1, 2].map(sequence => `chunk ${partNumber}/${sequence}`),
  `partStopped ${partNumber}`,
]

describe('outbox', () => {
  test('sends start, chunks and end in order, each once', () => {
    const outbox = filled(1)
    expect(drain(outbox)).toEqual(whole(1))
    expect(drain(outbox)).toEqual([])
  })

  test('lets go of acknowledged bytes only', () => {
    const outbox = filled(1)
    const { byteLength } = frame(1, 0)
    expect(outbox.heldBytes()).toBe(3 * byteLength)
    outbox.acknowledge(part(1), 1)
    expect(outbox.heldBytes()).toBe(byteLength)
    outbox.acknowledge(part(1), 0)
    expect(outbox.heldBytes()).toBe(byteLength)
    outbox.acknowledge(part(1), 2)
    expect(outbox.heldBytes()).toBe(0)
  })

  test('after a broken link begins where the sink says, and ends the part again', () => {
    const outbox = filled(1)
    drain(outbox)
    outbox.resume({ ...part(1), nextSequence: 2 })
    expect(drain(outbox)).toEqual(['chunk 1/2', 'partStopped 1'])
  })

  test('begins with the start where the sink has nothing', () => {
    const outbox = filled(1)
    drain(outbox)
    outbox.resume({ ...part(1), nextSequence: 0 })
    expect(drain(outbox)).toEqual(whole(1))
  })

  test('forgets everything nobody wants, chunks still to come included', () => {
    const outbox = filled(1)
    outbox.resume(null)
    outbox.chunk(part(1), 3, frame(1, 3))
    expect([drain(outbox), outbox.held(), outbox.heldBytes()]).toEqual([[], null, 0])
  })

  test('repeats from the chunk asked for, never from one it has let go of', () => {
    const outbox = filled(1)
    drain(outbox)
    outbox.acknowledge(part(1), 0)
    outbox.resendFrom(part(1), 0)
    expect(drain(outbox)).toEqual(['chunk 1/1', 'chunk 1/2', 'partStopped 1'])
  })

  test('keeps the rest of an earlier part before the next one and drops it when that is settled', () => {
    const outbox = filled(1)
    filled(2, outbox)
    expect(outbox.held()).toEqual({ ...part(2), nextSequence: 3, recording: false })
    outbox.resume({ ...part(2), nextSequence: 0 })
    expect(drain(outbox)).toEqual([...whole(1), ...whole(2)])
    outbox.acknowledge(part(1), 2)
    outbox.acknowledge(part(2), 0)
    outbox.resume({ ...part(2), nextSequence: 1 })
    expect(drain(outbox)).toEqual(['chunk 2/1', 'chunk 2/2', 'partStopped 2'])
  })

  test('tells a failure once', () => {
    const outbox = filled(1)
    outbox.failed({ kind: 'recorderFailed', ...part(1), detail: 'EncodingError' })
    expect(drain(outbox).at(-1)).toBe('recorderFailed 1')
    outbox.resume({ ...part(1), nextSequence: 3 })
    expect(drain(outbox)).toEqual(['partStopped 1'])
  })

  test('whatever breaks when, the sink ends with every chunk in order', () => {
    const step = fc.constantFrom('make', 'send', 'acknowledge', 'break')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const outbox = makeOutbox()
        outbox.open(part(1))
        outbox.started(started(1))
        let made = 0
        const taken: number[] = []
        let unacknowledged: number[] = []
        const send = (): void => {
          const next = outbox.next()
          if (!(next instanceof Uint8Array)) return
          const sequence = decodeChunkFrame(next)?.sequence ?? -1
          // The sink takes what comes next and knows a repeat; anything else would be a hole.
          expect(sequence).toBeLessThanOrEqual(taken.length)
          if (sequence === taken.length) taken.push(sequence)
          unacknowledged.push(sequence)
        }
        for (const what of [...steps, 'break'] as const) {
          if (what === 'make') {
            outbox.chunk(part(1), made, frame(1, made))
            made += 1
          } else if (what === 'send') send()
          else if (what === 'acknowledge') {
            const sequence = unacknowledged.shift()
            if (sequence !== undefined) outbox.acknowledge(part(1), sequence)
          } else {
            unacknowledged = []
            outbox.resume({ ...part(1), nextSequence: taken.length })
          }
        }
        for (let sent = 0; sent <= made; sent += 1) send()
        expect(taken).toEqual(Array.from({ length: made }, (_, sequence) => sequence))
      }),
    )
  })
})
