import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { makePagesReader } from '../../../../electron/recovery/pages-reader.ts'

const database = { path: 'workstation.db', keyHex: 'ab'.repeat(32) }

function bench(readPages: () => Promise<{ isSound: boolean }>) {
  const noteDamaged = vi.fn()
  const restartWithEveryPage = vi.fn()
  const log = pino({ level: 'silent' })
  const reader = makePagesReader({ runner: { readPages: vi.fn(readPages) }, noteDamaged, restartWithEveryPage, log })
  return { reader, noteDamaged, restartWithEveryPage }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

test('a sound database is worked on', async () => {
  const { reader, noteDamaged, restartWithEveryPage } = bench(async () => ({ isSound: true }))
  reader.read(database)
  await settled()
  reader.noteBusy(false)
  expect(noteDamaged).not.toHaveBeenCalled()
  expect(restartWithEveryPage).not.toHaveBeenCalled()
})

test('a damaged one is left at once, once', async () => {
  const { reader, restartWithEveryPage } = bench(async () => ({ isSound: false }))
  reader.read(database)
  await settled()
  reader.noteBusy(false)
  expect(restartWithEveryPage).toHaveBeenCalledOnce()
})

test('a damaged one is not left in the middle of a reception, but at its end; the next start knows of it at once', async () => {
  const { reader, noteDamaged, restartWithEveryPage } = bench(async () => ({ isSound: false }))
  reader.noteBusy(true)
  reader.read(database)
  await settled()
  expect(noteDamaged).toHaveBeenCalledOnce()
  expect(restartWithEveryPage).not.toHaveBeenCalled()
  reader.noteBusy(false)
  expect(restartWithEveryPage).toHaveBeenCalledOnce()
})

test('a reading that did not come about says nothing of the database', async () => {
  const { reader, restartWithEveryPage } = bench(async () => {
    throw new Error('no thread')
  })
  reader.read(database)
  await settled()
  reader.noteBusy(false)
  expect(restartWithEveryPage).not.toHaveBeenCalled()
})
