import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { isFolderHeld } from '../../../electron/recording/live/folder-lock.ts'
import { makeRecordingService, type RecordingRows } from '../../../electron/recording/recording-service.ts'
import type { Session } from '../../../shared/contract/accounts.ts'
import { until } from '../../fixtures/until.ts'
import { type Bench, makeBench, newSession } from './bench.ts'

/** A workstation was killed while it sealed, and the next one starts before it is wholly gone. */
let root: string
let bench: Bench
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'held-'))
  bench = await makeBench({ rootDirectory: root })
})
afterEach(async () => {
  await bench.close()
  await rm(root, { recursive: true })
})

const lockOf = (processId: number) =>
  writeFile(
    join(root, 'owner.lock'),
    JSON.stringify({
      ...{ workplaceId: randomUUID(), host: hostname(), processId, run: randomUUID(), beat: 1 },
      ...{ atMs: Date.now(), monotonicMs: 1 },
    }),
  )

test.runIf(process.platform === 'linux')(
  'a process that ended and was not yet taken note of holds nothing',
  async () => {
    // Whoever started the short one becomes another program, which asks after nobody.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    try {
      const [line] = await once(createInterface({ input: parent.stdout }), 'line')
      const processId = Number(line)
      await lockOf(processId)
      expect(await isFolderHeld(root)).toBe(true)
      process.kill(processId, 'SIGKILL')
      await until(
        'it holds nothing',
        () => isFolderHeld(root),
        isHeld => !isHeld,
      )
      // Its number is still there.
      expect(() => process.kill(processId, 0)).not.toThrow()
    } finally {
      parent.kill('SIGKILL')
    }
  },
)

test('what was in its hand at the start is sealed as soon as it lets go', async () => {
  const [free, held, foreign] = [newSession(), newSession(), newSession()]
  const sealed: string[] = []
  let isHeld = true
  const rows: RecordingRows = {
    noteBegun: () => undefined,
    standingOf: ({ session }) => (session === foreign ? 'found' : 'known'),
    insert: () => undefined,
    live: () => null,
    known: () => true,
    setState: () => undefined,
    setSealed: () => undefined,
  }
  const service = makeRecordingService({
    recorder: bench.recorder,
    rows,
    seal: async directory => {
      sealed.push(directory)
      throw new Error('enough')
    },
    findUnsealed: async () => [
      { session: free, directory: 'free', isHeld: false },
      { session: held, directory: 'held', isHeld },
      { session: foreign, directory: 'foreign', isHeld },
    ],
    heldLookAgainMs: 20,
    directoryOf: () => root,
    session: () => ({}) as Session,
    identity: { retentionYears: 2, program: 'test', regulation: 'kuzbass-121@1' },
    announce: () => undefined,
    clock: systemClock,
    log: pino({ level: 'silent' }),
  })
  await service.takeUp(() => false)
  await until(
    'the free one is sealed',
    () => [...sealed],
    found => found.length > 0,
  )
  expect(sealed).toEqual(['free'])
  isHeld = false
  await until(
    'the held one is sealed',
    () => [...sealed],
    found => found.length > 1,
  )
  expect(sealed).toEqual(['free', 'held'])
  await service.close()
})
