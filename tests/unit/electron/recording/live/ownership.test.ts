import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runId } from '../../../../../electron/clock.ts'
import {
  isOwnFolder,
  isUnderWay,
  type Owner,
  ownerStampName,
  stampOwnFolder,
} from '../../../../../electron/recording/live/ownership.ts'
import { createRecordingFolder } from '../../../../../electron/recording/live/recording-folder.ts'
import type { RecordingSession } from '../../../../../shared/recording/part-log.ts'

const ours: Owner = { bodyId: randomUUID(), workplaceId: randomUUID() }
const theirs: Owner = { bodyId: ours.bodyId, workplaceId: randomUUID() }
const sessionOf = (owner: Owner): RecordingSession => ({
  ...{ ...owner, recordingId: randomUUID(), receptionId: randomUUID(), startedAt: '2026-11-20T02:02:00Z' },
  ...{ retainUntil: '2028-11-20', program: 'p', regulation: 'r' },
})

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'videopriem-owner-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const stampAt = (folder: string) => join(root, folder, ownerStampName)
const putStamp = async (folder: string, text: string) => {
  await mkdir(join(root, folder), { recursive: true })
  await writeFile(stampAt(folder), text)
}
const stampOf = (owner: Owner) => JSON.stringify({ format: 1, ...owner })

test('the folder of a workplace is stamped with its first recording, once', async () => {
  const directory = await createRecordingFolder(root, sessionOf(ours))
  const stamp = await readFile(stampAt(ours.workplaceId), 'utf8')
  expect(JSON.parse(stamp)).toEqual({ format: 1, ...ours })
  expect(await isOwnFolder(root, { directory, session: sessionOf(ours) }, ours)).toBe(true)
  await stampOwnFolder(root, { ...ours, bodyId: randomUUID() })
  expect(await readFile(stampAt(ours.workplaceId), 'utf8')).toBe(stamp)
})

const day = '2026/11/one'
describe('whose a folder is', () => {
  test.each<[string, boolean, { in: string; session: Owner; stamp?: Record<string, string> }]>([
    ['ours in our folder', true, { in: ours.workplaceId, session: ours, stamp: { [ours.workplaceId]: stampOf(ours) } }],
    ['of before there were stamps', true, { in: ours.workplaceId, session: ours }],
    ['of before workplaces had folders', true, { in: '', session: ours }],
    [
      'under a stamp torn by a power cut',
      true,
      { in: ours.workplaceId, session: ours, stamp: { [ours.workplaceId]: '{"f' } },
    ],
    ['theirs in their folder', false, { in: theirs.workplaceId, session: theirs }],
    ['theirs of before workplaces had folders', false, { in: '', session: theirs }],
    ['theirs put into our folder', false, { in: ours.workplaceId, session: theirs }],
    ['a session in our name in their folder', false, { in: theirs.workplaceId, session: ours }],
    ['a session in our name in any other folder', false, { in: 'copy', session: ours }],
    [
      'our folder under their stamp',
      false,
      { in: ours.workplaceId, session: ours, stamp: { [ours.workplaceId]: stampOf(theirs) } },
    ],
    ['our number in another body', false, { in: ours.workplaceId, session: { ...ours, bodyId: randomUUID() } }],
  ])('%s: %s', async (_what, isOwn, folder) => {
    for (const [name, text] of Object.entries(folder.stamp ?? {})) await putStamp(name, text)
    const directory = join(root, folder.in, day)
    expect(await isOwnFolder(root, { directory, session: folder.session }, ours)).toBe(isOwn)
  })
})

describe('under way', () => {
  const quietMs = 600_000
  const put = async (files: Record<string, string>, agoMs: number) => {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(root, name), text)
      const at = new Date(Date.now() - agoMs)
      await utimes(join(root, name), at, at)
    }
  }
  const raw = { 'session.json': '{}', 'part-001.webm': 'bytes' }
  const finished = `${JSON.stringify({ kind: 'finished', atMs: 1 })}\n`
  const lock = (run: string) =>
    JSON.stringify({
      ...{ workplaceId: theirs.workplaceId, host: 'h', processId: 1, run, beat: 1, atMs: 0 },
      monotonicMs: 0,
    })

  test.each<[string, boolean, Record<string, string>, number]>([
    ['raw parts of a moment ago', true, raw, 0],
    ['raw parts of just within the time', true, raw, quietMs - 20_000],
    ['raw parts that have rested', false, raw, quietMs + 20_000],
    ['raw parts of a clock that was an hour fast', false, raw, -3_600_000],
    ['ended in order a moment ago', false, { ...raw, 'session.log': finished }, 0],
    ['a torn end is none', true, { ...raw, 'session.log': finished.slice(0, -2) }, 0],
    ['sealed a moment ago', false, { ...raw, 'slip.json': '{}' }, 0],
    ['sealed, and in somebody’s hand', true, { ...raw, 'slip.json': '{}', 'owner.lock': lock(runId) }, 0],
    [
      'rested, and in the hand of another computer',
      true,
      { ...raw, 'owner.lock': lock(randomUUID()) },
      quietMs - 20_000,
    ],
  ])('%s: %s', async (_what, underWay, files, agoMs) => {
    await put(files, agoMs)
    expect(await isUnderWay(root, quietMs)).toBe(underWay)
  })
})
