import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freeBytes } from '../../../electron/disk/free-bytes.ts'
import { reserveBytes } from '../../../electron/recording/live/reserve.ts'
import { makeBench, newSession, readPart, readPartLog, readSessionLog } from './bench.ts'

/** A real disk of 4 MiB; only root may mount one. */
function smallDisk(): { root: string } | { reason: string } {
  const root = mkdtempSync(join(tmpdir(), 'recorder-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', root], { stdio: 'pipe' })
    return { root }
  } catch {
    return { reason: 'mounting a small tmpfs is not permitted here' }
  }
}

const disk = smallDisk()
const root = 'root' in disk ? disk.root : ''
afterAll(async () => {
  if (!root) return
  execFileSync('umount', [root])
  await rm(root, { recursive: true })
})

test(`a disk that fills up in mid-session loses nothing already written${'reason' in disk ? ` (${disk.reason})` : ''}`, async context => {
  if ('reason' in disk) return context.skip(disk.reason)
  const bench = await makeBench({ rootDirectory: root, sessionBytes: () => 500_000 })
  const session = newSession()
  const page = await bench.armedPage()
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  // Somebody else fills the disk: room for a few chunks is left.
  const other = join(root, 'other')
  await writeFile(other, randomBytes((await freeBytes(root)) - 300_000))
  const chunks: Buffer[] = []
  const full = bench.until(view => view.alarms.some(alarm => alarm.code === 'diskFull'))
  let isFull = false
  void full.then(() => {
    isFull = true
  })
  while (!isFull) {
    const chunk = randomBytes(70_000)
    chunks.push(chunk)
    const since = page.received.length
    page.make(chunk)
    await Promise.race([page.next('acknowledge', since), full])
  }
  expect(await bench.untilLost()).toMatchObject({ recordingId: session.recordingId, cause: 'diskFull' })
  expect(page.received.map(message => message.kind)).toContain('stopPart')
  expect(bench.recorder.isRunning(session.recordingId)).toBe(false)

  const acknowledged = page.received.filter(message => message.kind === 'acknowledge').length
  expect(acknowledged).toBeGreaterThan(0)
  expect(acknowledged).toBeLessThan(chunks.length)
  expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks.slice(0, acknowledged)))).toBe(true)

  // What must still be written had room held back for it.
  bench.recorder.mark('fault')
  expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: false, code: 'noRoom' })
  const log = await readPartLog(root, session, 1)
  expect(log.filter(line => line.kind === 'chunk')).toHaveLength(acknowledged)
  expect(log.at(-1)).toMatchObject({ kind: 'broken', cause: 'diskFull' })

  // Space is made: the same recording goes on as a new part, and the alarm goes.
  await rm(other)
  expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
  const more = randomBytes(50_000)
  page.make(more)
  await page.next('acknowledge', page.received.length - 1)
  await bench.until(view => !view.alarms.some(alarm => alarm.code === 'diskFull'))
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(root, session, 2)).equals(more)).toBe(true)
  const lines = await readSessionLog(root, session)
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'marker', code: 'fault' }))
  expect(lines.at(-1)).toMatchObject({ kind: 'finished' })
  await bench.close()
})

test('a disk without room for the reserve refuses the start and leaves nothing', async context => {
  if ('reason' in disk) return context.skip(disk.reason)
  await rm(join(root, '.reserve'), { force: true })
  const other = join(root, 'other')
  await writeFile(other, randomBytes((await freeBytes(root)) - reserveBytes / 2))
  const bench = await makeBench({ rootDirectory: root, sessionBytes: () => 1_000 })
  const page = await bench.armedPage()
  expect(await bench.recorder.start(newSession())).toMatchObject({ ok: false, code: 'noRoom' })
  expect(page.received.map(message => message.kind)).not.toContain('startPart')
  await rm(other)
  await bench.close()
})
