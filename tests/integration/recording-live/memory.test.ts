import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { makeLivePart } from '../../../electron/recording/live/live-part.ts'
import { openPart } from '../../../electron/recording/live/part-sink.ts'
import { decodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import { newSession, quietLog, quietVerifier } from './bench.ts'
import { frameOf } from './page-stand-in.ts'

test('acknowledged chunks are not kept in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const directory = await mkdtemp(join(tmpdir(), 'recorder-memory-'))
  const { recordingId } = newSession()
  let acknowledged = 0
  const part = await makeLivePart({
    directory,
    recordingId,
    partNumber: 1,
    sink: await openPart({ directory, partNumber: 1, clock: systemClock }),
    makeVerifier: quietVerifier,
    send: message => {
      if (message.kind === 'acknowledge') acknowledged += 1
    },
    onWriteError: error => expect.unreachable(String(error)),
    onFacts: () => undefined,
    clock: systemClock,
    log: quietLog,
  })
  const take = async (from: number, count: number) => {
    for (let sequence = from; sequence < from + count; sequence += 1) {
      const chunk = decodeChunkFrame(frameOf({ recordingId, partNumber: 1 }, sequence, randomBytes(250_000)))
      if (chunk) part.take(chunk)
      await part.whenIdle()
    }
  }
  /** The least of several looks: buffers are given back some turns of the event loop after their collection. */
  const used = async () => {
    let least = Number.POSITIVE_INFINITY
    for (let look = 0; look < 20; look += 1) {
      collectGarbage()
      await new Promise(resolve => setImmediate(resolve))
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      least = Math.min(least, heapUsed + arrayBuffers)
    }
    return least
  }
  await take(0, 20)
  const before = await used()
  await take(20, 200)
  const grownBytes = (await used()) - before
  expect(acknowledged).toBe(220)
  expect(part.byteLength()).toBe(220 * 250_000)
  // 50 MB went through; a hash and a few words a chunk may stay.
  expect(grownBytes).toBeLessThan(1_000_000)
  await part.end(null)
  await rm(directory, { recursive: true })
})
