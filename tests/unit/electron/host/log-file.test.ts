import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRotatingFile, openLog } from '../../../../electron/host/log-file.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('the newest lines are kept, in order, within the limit', () => {
  const file = makeRotatingFile({ directory, name: 'a', limitBytes: 100, keptFiles: 2 })
  const lines = Array.from({ length: 60 }, (_, index) => `line ${String(index).padStart(3, '0')}\n`)
  for (const line of lines) file.write(line)
  expect(readdirSync(directory).sort()).toEqual(['a.1.log', 'a.2.log', 'a.log'])
  for (const name of readdirSync(directory)) expect(statSync(join(directory, name)).size).toBeLessThanOrEqual(100)
  const kept = ['a.2.log', 'a.1.log', 'a.log'].map(name => readFileSync(join(directory, name), 'utf8')).join('')
  expect(lines.join('').endsWith(kept)).toBe(true)
})

test('a restart goes on in the same file', () => {
  makeRotatingFile({ directory, name: 'a' }).write('one\n')
  makeRotatingFile({ directory, name: 'a' }).write('two\n')
  expect(readFileSync(join(directory, 'a.log'), 'utf8')).toBe('one\ntwo\n')
})

test('what opens doors never reaches the disk, and only the owner may read', () => {
  const log = openLog({ directory, name: 'a' })
  log.info({ token: 'SECRET1', config: { databaseKeyHex: 'SECRET2' }, headers: { cookie: 'SECRET3' } }, 'hello')
  const text = readFileSync(join(directory, 'a.log'), 'utf8')
  expect(text).toContain('hello')
  expect(text).not.toContain('SECRET')
  expect(statSync(join(directory, 'a.log')).mode & 0o777).toBe(0o600)
})
