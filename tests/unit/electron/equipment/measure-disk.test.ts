import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measureDisk } from '../../../../electron/equipment/measure-disk.ts'

test('writes, flushes, tells, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'videopriem-disk-'))
  try {
    const { writeMegabytesPerSecond, flushMs } = await measureDisk(folder)
    expect(writeMegabytesPerSecond).toBeGreaterThan(0)
    expect(flushMs).toBeGreaterThan(0)
    await expect(measureDisk(folder, AbortSignal.abort())).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder that is gone rejects', async () => {
  await expect(measureDisk(join(tmpdir(), 'videopriem-not-there'))).rejects.toMatchObject({ code: 'ENOENT' })
})
