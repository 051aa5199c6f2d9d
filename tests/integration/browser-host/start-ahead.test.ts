import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forkWorkstation } from '../../../electron/browser/forked-workstation.ts'
import { startAhead } from '../../../electron/host/start-ahead.ts'
import type { WorkstationChild } from '../../../electron/host/workstation-child.ts'
import { until } from '../../fixtures/until.ts'

/** Real processes of Node: one that waits to be told, and one that ends at once. */

let directory: string
let made: WorkstationChild[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'start-ahead-'))
  made = []
})
afterEach(() => {
  for (const child of made) child.kill()
  rmSync(directory, { recursive: true, force: true })
})

function spawning(source: string): () => WorkstationChild {
  const entry = join(directory, 'entry.mjs')
  writeFileSync(entry, source)
  return () => {
    const child = forkWorkstation({ entry, codeCacheDirectory: null })
    made.push(child)
    return child
  }
}
const waits = "process.on('message', () => process.send({ pid: process.pid }))"

const isGone = (pid: number | undefined): boolean => {
  try {
    if (pid !== undefined) process.kill(pid, 0)
    return pid === undefined
  } catch {
    return true
  }
}

test('one runs before anybody asks, is handed out first and once, and hears what it is told', async () => {
  const ahead = startAhead(spawning(waits))
  expect(made).toHaveLength(1)
  const taken = ahead.next()
  expect(taken).toBe(made[0])
  const told = new Promise(resolve => taken.onMessage(resolve))
  await taken.send({ kind: 'stop' })
  expect(await told).toEqual({ pid: taken.pid() })
  expect(ahead.next()).not.toBe(taken)
  expect(made).toHaveLength(2)
})

test('one that ended meanwhile is not handed out', async () => {
  const ahead = startAhead(spawning('process.exit(3)'))
  await until('the end of the first', () => isGone(made[0]?.pid()), Boolean)
  const taken = ahead.next()
  expect(taken).not.toBe(made[0])
  expect(await new Promise(resolve => taken.onExit(({ code }) => resolve(code)))).toBe(3)
})

test('nobody asks for it: it is ended, one that was handed out is not', async () => {
  const dropped = startAhead(spawning(waits))
  dropped.drop()
  await until('its end', () => isGone(made[0]?.pid()), Boolean)
  const kept = startAhead(spawning(waits))
  const taken = kept.next()
  kept.drop()
  const told = new Promise(resolve => taken.onMessage(resolve))
  await taken.send({ kind: 'stop' })
  expect(await told).toEqual({ pid: taken.pid() })
})
