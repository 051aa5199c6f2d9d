import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepCrashDumps } from '../../../../electron/desktop/crash-dumps.ts'

const nowMs = Date.parse('2026-11-25T06:00:00Z')
let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'dumps-')), 'crashes')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const keep = (wanted: boolean) => {
  const setPath = vi.fn()
  const start = vi.fn()
  keepCrashDumps({ app: { setPath }, crashReporter: { start }, directory: folder, wanted, nowMs })
  return { setPath, start }
}
const dump = (name: string, daysOld: number): string => {
  const path = join(folder, 'completed', name)
  mkdirSync(join(folder, 'completed'), { recursive: true })
  writeFileSync(path, 'memory')
  const seconds = nowMs / 1000 - daysOld * 86_400
  utimesSync(path, seconds, seconds)
  return path
}

test('nothing is kept unless it is wanted', () => {
  const { start, setPath } = keep(false)
  expect(start).not.toHaveBeenCalled()
  expect(setPath).not.toHaveBeenCalled()
  expect(existsSync(folder)).toBe(false)
})

test('what is wanted stays on this computer', () => {
  const { start, setPath } = keep(true)
  expect(setPath).toHaveBeenCalledExactlyOnceWith('crashDumps', folder)
  expect(start).toHaveBeenCalledExactlyOnceWith({ uploadToServer: false, compress: false })
})

test('dumps go after two weeks, and all of them where they are no longer wanted', () => {
  const old = dump('old.dmp', 15)
  const fresh = dump('fresh.dmp', 1)
  const other = dump('settings.dat', 30)
  keep(true)
  expect([old, fresh, other].map(existsSync)).toEqual([false, true, true])
  keep(false)
  expect([fresh, other].map(existsSync)).toEqual([false, true])
})
