import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import {
  chainOfChecks,
  listPartNumbers,
  readPartLog,
  removeSealingRemains,
  writeDurably,
} from '../../../../../electron/recording/proof/recording-files.ts'
import type { CheckedRange } from '../../../../../shared/recording/part-log.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'videopriem-files-'))
  const made = directory
  onTestFinished(() => rm(made, { recursive: true, force: true }))
})

const range = (fromByte: number, toByte: number): CheckedRange => ({
  fromByte,
  toByte,
  fromMs: fromByte,
  toMs: toByte,
  frames: 1,
  blackFrames: 0,
  decodeErrors: 0,
  citizenDb: [],
  specialistDb: [],
})

test('a log torn by a kill is read up to the tear; strange lines are left out', async () => {
  await writeFile(
    path.join(directory, 'part-001.log'),
    '{"kind":"opened","atMs":1}\n{"kind":"strange"}\n{"kind":"stopped","stoppedAtMs":9,"chunkCount":2}\n{"kind":"chu',
  )
  expect((await readPartLog(directory, 1)).map(line => line.kind)).toEqual(['opened', 'stopped'])
  expect(await readPartLog(directory, 2)).toEqual([])
})

test('checks form a chain: doubled, stray and later lines fall out', () => {
  const chain = chainOfChecks([range(50, 90), range(10, 50), range(10, 50), range(200, 300), range(90, 90)], 10)
  expect(chain.map(one => [one.fromByte, one.toByte])).toEqual([
    [10, 50],
    [50, 90],
  ])
  expect(chainOfChecks([range(50, 90)], 10)).toEqual([])
})

test('parts are found by bytes or by log, in order', async () => {
  for (const name of ['part-002.webm', 'part-001.log', 'part-010.webm', 'part-002.checks', 'xpart-003.webm', 'a.mkv'])
    await writeFile(path.join(directory, name), '')
  expect(await listPartNumbers(directory)).toEqual([1, 2, 10])
})

test('a durable write replaces the whole file, is readable by its owner alone and leaves nothing beside it', async () => {
  await writeDurably(directory, 'slip.json', 'old')
  await writeDurably(directory, 'slip.json', 'new')
  expect(await readdir(directory)).toEqual(['slip.json'])
  expect(await readFile(path.join(directory, 'slip.json'), 'utf8')).toBe('new')
  expect((await stat(path.join(directory, 'slip.json'))).mode & 0o777).toBe(0o600)
})

test('only what a seal left behind is removed', async () => {
  for (const name of ['a.mkv', 'a.mkv.0.sealing', 'part-001.webm']) await writeFile(path.join(directory, name), '')
  await removeSealingRemains(directory)
  expect((await readdir(directory)).sort()).toEqual(['a.mkv', 'part-001.webm'])
})
