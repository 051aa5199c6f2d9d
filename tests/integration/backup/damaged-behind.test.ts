import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { RecoveryState } from '../../../shared/contract/recovery.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { until } from '../../fixtures/until.ts'
import { type BackupWorkplace, openWorkplace } from './workplace.ts'

/** A database closed in order is opened at once, and read behind the start. */
let workplace: BackupWorkplace
afterEach(() => workplace.close())

async function closedInOrder(): Promise<void> {
  workplace = await openWorkplace()
  await workplace.register(3)
  await workplace.supervisor().stop()
  expect(existsSync(`${workplace.databasePath}-wal`)).toBe(false)
}
const logOf = (name: string): string => readFileSync(join(workplace.profileDirectory, 'logs', name), 'utf8')
const linesWith = (name: string, words: string): number => logOf(name).split(words).length - 1

async function state(): Promise<RecoveryState | null | 'restarting'> {
  try {
    await workplace.reconnect()
    return await unwrap(workplace.client().calls.recovery.state())
  } catch {
    return 'restarting'
  }
}

test('a sound one is worked on, and it is said that it was read', async () => {
  await closedInOrder()
  await workplace.start()
  await until(
    'its pages are read',
    () => linesWith('workstation.log', 'was read behind the start'),
    lines => lines > 0,
  )
  expect(await state()).toBeNull()
})

test.each([0.35, 0.55, 0.8, 0.99])(
  'torn at %d of its length: soon nobody works on it, and what can be done is offered',
  async share => {
    await closedInOrder()
    const bytes = readFileSync(workplace.databasePath)
    bytes.fill(0xaa, Math.floor(bytes.length * share), Math.floor(bytes.length * share) + 100)
    writeFileSync(workplace.databasePath, bytes)
    await workplace.start()
    const found = await until('it is found', state, seen => seen !== null && seen !== 'restarting')
    expect(found).toMatchObject({ problem: 'damaged' })
    expect(linesWith('supervisor.log', 'workstation died')).toBe(0)
  },
)
