import { createHash, randomUUID } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../../../electron/clock.ts'
import { readJsonLines } from '../../../../../electron/recording/live/append-log.ts'
import { openPart, type PartSink, reopenPart } from '../../../../../electron/recording/live/part-sink.ts'
import { readPartState } from '../../../../../electron/recording/live/part-state.ts'
import type { ChunkFrame } from '../../../../../shared/recording/chunk-frame.ts'
import { PartLogLine } from '../../../../../shared/recording/part-log.ts'

const recordingId = randomUUID()
const partNumber = 1
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const chunk = (sequence: number, payload: Uint8Array): ChunkFrame => ({
  recordingId,
  partNumber,
  sequence,
  sha256: sha256(payload),
  payload,
})
const payloadOf = (sequence: number) => Buffer.from(`chunk ${sequence};`.repeat(sequence + 1))

let directory: string
let sink: PartSink
const open = () => openPart({ directory, partNumber, clock: systemClock })
const reopen = () => reopenPart({ directory, partNumber, clock: systemClock })
const dataPath = () => join(directory, 'part-001.webm')
const logPath = () => join(directory, 'part-001.log')
const data = () => readFile(dataPath())

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'part-sink-'))
  sink = await open()
})
afterEach(async () => {
  await sink.release()
  await rm(directory, { recursive: true })
})

test('a part that could not be opened leaves its number free for the next try', async () => {
  const next = { directory, partNumber: 2, clock: systemClock }
  await mkdir(join(directory, 'part-002.log'))
  await expect(openPart(next)).rejects.toThrow()
  await rm(join(directory, 'part-002.log'), { recursive: true })
  const opened = await openPart(next)
  await opened.release()
})

describe('one chunk', () => {
  test('is on the disk and in the log before it is acknowledged', async () => {
    expect(await sink.accept(chunk(0, payloadOf(0)))).toEqual({ kind: 'acknowledged', sequence: 0, fresh: true })
    expect(await data()).toEqual(payloadOf(0))
    const { lines } = await readJsonLines(logPath(), PartLogLine)
    expect(lines.at(-1)).toMatchObject({ kind: 'chunk', sequence: 0, sha256: sha256(payloadOf(0)).toString('hex') })
  })

  test('repeated is acknowledged again and not written again', async () => {
    await sink.accept(chunk(0, payloadOf(0)))
    expect(await sink.accept(chunk(0, payloadOf(0)))).toEqual({ kind: 'acknowledged', sequence: 0, fresh: false })
    expect(await data()).toEqual(payloadOf(0))
  })

  test('repeated with other bytes is told from a repeat, and what is written stays', async () => {
    await sink.accept(chunk(0, payloadOf(0)))
    expect(await sink.accept(chunk(0, payloadOf(1)))).toEqual({ kind: 'corruptRepeat', sequence: 0 })
    expect(await data()).toEqual(payloadOf(0))
  })

  test('after a missing one is not written: the missing one is asked for', async () => {
    expect(await sink.accept(chunk(2, payloadOf(2)))).toEqual({ kind: 'resend', fromSequence: 0, because: 'missing' })
    expect((await data()).byteLength).toBe(0)
  })

  test('damaged on the way is not written', async () => {
    const damaged = { ...chunk(0, payloadOf(0)), payload: Buffer.from('noise') }
    expect(await sink.accept(damaged)).toEqual({ kind: 'resend', fromSequence: 0, because: 'damaged' })
    expect((await data()).byteLength).toBe(0)
  })

  test('after the end is refused', async () => {
    await sink.stopped(1)
    expect(await sink.accept(chunk(0, payloadOf(0)))).toEqual({ kind: 'closed' })
  })
})

test('chunks given at once are written one after another', async () => {
  const answers = await Promise.all([0, 1, 2, 3].map(sequence => sink.accept(chunk(sequence, payloadOf(sequence)))))
  expect(answers.every(answer => answer.kind === 'acknowledged')).toBe(true)
  expect(await data()).toEqual(Buffer.concat([0, 1, 2, 3].map(payloadOf)))
})

test('an existing part is never opened as new', async () => {
  await expect(open()).rejects.toThrow('EEXIST')
})

test.skipIf(process.platform === 'win32')('files are for their owner alone', async () => {
  for (const path of [dataPath(), logPath()]) expect((await stat(path)).mode & 0o777).toBe(0o600)
})

describe('taken up again', () => {
  test('goes on behind the last logged chunk; unlogged bytes and a torn line are cut off', async () => {
    await sink.accept(chunk(0, payloadOf(0)))
    await sink.release()
    await appendFile(dataPath(), 'written, not logged')
    await appendFile(logPath(), '{"kind":"chunk","sequ')
    sink = await reopen()
    expect(sink.nextSequence()).toBe(1)
    expect(await data()).toEqual(payloadOf(0))
    await sink.accept(chunk(1, payloadOf(1)))
    expect(await sink.accept(chunk(0, payloadOf(0)))).toMatchObject({ kind: 'acknowledged', fresh: false })
    expect(await data()).toEqual(Buffer.concat([payloadOf(0), payloadOf(1)]))
    expect((await readPartState(directory, partNumber)).whole).toBe(true)
  })

  test('is refused where logged bytes are gone', async () => {
    await sink.accept(chunk(0, payloadOf(0)))
    await sink.release()
    await rm(dataPath())
    await appendFile(dataPath(), 'x')
    await expect(reopen()).rejects.toThrow('whole')
  })

  test('is refused after an end', async () => {
    await sink.broken('recorderLost')
    await expect(reopen()).rejects.toThrow('whole')
  })
})

/** What a bad wire does to one sending of a chunk. */
const Mishap = fc.oneof(
  { weight: 3, arbitrary: fc.constant('delivered' as const) },
  fc.constantFrom('lost' as const, 'repeated' as const, 'damaged' as const, 'hashDamaged' as const, 'late' as const),
)

test('any mix of lost, repeated, reordered and damaged chunks ends with exactly the original bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 0, maxLength: 64 }), { minLength: 1, maxLength: 12 }),
      fc.array(Mishap, { maxLength: 60 }),
      async (payloads, mishaps) => {
        const own = await mkdtemp(join(tmpdir(), 'part-sink-mix-'))
        const mixed = await openPart({ directory: own, partNumber, clock: systemClock })
        const held = new Set(payloads.keys())
        const late: ChunkFrame[] = []
        let wish = 0
        const take = async (sent: ChunkFrame) => {
          const answer = await mixed.accept(sent)
          if (answer.kind === 'acknowledged') held.delete(answer.sequence)
          else if (answer.kind === 'resend') wish = answer.fromSequence
          else if (answer.kind !== 'corruptRepeat') throw new Error(`unexpected ${answer.kind}`)
        }
        let at = 0
        while (held.size > 0) {
          // The page sends on; at its end it begins again with what was asked for.
          if (at >= payloads.length) at = Math.min(wish, ...held)
          const sent = chunk(at, payloads[at] ?? new Uint8Array())
          at += 1
          switch (mishaps.shift() ?? 'delivered') {
            case 'lost':
              break
            case 'repeated':
              await take(sent)
              await take(sent)
              break
            case 'damaged':
              await take({ ...sent, payload: Buffer.concat([sent.payload, Buffer.from([1])]) })
              break
            case 'hashDamaged':
              await take({ ...sent, sha256: sha256(Buffer.from('other')) })
              break
            case 'late':
              late.push(sent)
              break
            case 'delivered': {
              await take(sent)
              const overdue = late.shift()
              if (overdue) await take(overdue)
            }
          }
        }
        await mixed.stopped(1)
        expect(await readFile(join(own, 'part-001.webm'))).toEqual(Buffer.concat(payloads))
        const state = await readPartState(own, partNumber)
        expect(state).toMatchObject({ ending: 'stopped', whole: true })
        expect(state.hashes).toHaveLength(payloads.length)
        await rm(own, { recursive: true })
      },
    ),
    { numRuns: 60 },
  )
})
