import { afterEach, beforeEach, expect, test } from 'vitest'
import { unreadable } from '../../../../electron/mailroom/intake.ts'
import { makeKeptReadings } from '../../../../electron/mailroom/kept-readings.ts'
import type { LetterReader } from '../../../../electron/mailroom/letter-reader.ts'
import { makeLetterStore } from '../../../../electron/mailroom/letter-store.ts'
import type { MappingProfile } from '../../../../shared/letters/letter-reading.ts'
import { storeLetter } from '../../../fixtures/store-letter.ts'
import { openStores } from '../database/fixture.ts'

const receivedAt = '2026-11-19T02:00:00Z'
const profile: MappingProfile = {
  ...{ profileId: '7c1f3c1e-6a57-4d36-9f0e-0f0b8a3c2f11', name: 'Сайт', senderEnds: '' },
  labels: { familyName: ['Ф.'] },
}
let stores: ReturnType<typeof openStores>
let letter: { id: string; receivedAt: string }
let asked: { profiles: number; atMs: number | undefined }[]
let reader: LetterReader

beforeEach(() => {
  stores = openStores()
  const id = storeLetter(stores.database, stores.accounts.place(), { raw: Buffer.from('x'), kind: 'other', receivedAt })
  letter = { id, receivedAt }
  asked = []
  reader = (_raw, profiles, atMs) => {
    asked.push({ profiles: profiles.length, atMs })
    return Promise.resolve({ ...unreadable, subject: `с профилями: ${profiles.length}` })
  }
})
afterEach(() => stores.close())

/** As after a start of the program: nothing is in memory. */
const readings = () => {
  const { database, accounts, eventLog, clock } = stores
  const store = makeLetterStore({ ...database, place: accounts.place, clock, eventLog })
  return makeKeptReadings({ store, read: (...of) => reader(...of), write: database.write, clock })
}
const kept = (): unknown[] => stores.database.raw.prepare('select content from letter_reading').all()
const erase = () =>
  stores.database.raw.prepare('update letter set raw = null, erased_at = ? where id = ?').run(receivedAt, letter.id)

test('a letter is read once, however often it is asked for and the program started', async () => {
  const first = await readings().of(letter, [])
  expect(await readings().of(letter, [])).toEqual(first)
  // Judged by the day it came on: the same words whenever it is read.
  expect(asked).toEqual([{ profiles: 0, atMs: Date.parse(receivedAt) }])
})

test('other profiles read it anew, and theirs is what is kept', async () => {
  await readings().of(letter, [])
  expect(await readings().of(letter, [profile])).toMatchObject({ subject: 'с профилями: 1' })
  expect(await readings().of(letter, [profile])).toMatchObject({ subject: 'с профилями: 1' })
  expect(asked.map(({ profiles }) => profiles)).toEqual([0, 1])
})

test('another version of the reader reads it anew', async () => {
  await readings().of(letter, [])
  stores.database.raw.exec("update letter_reading set reader = '0 ' || substr(reader, 3)")
  await readings().of(letter, [])
  expect(asked).toHaveLength(2)
})

test('nothing is kept of a letter that was erased while it was read', async () => {
  reader = () => {
    erase()
    return Promise.resolve(unreadable)
  }
  expect(await readings().of(letter, [])).toBeNull()
  expect(kept()).toEqual([])
})

test('erasing a letter erases its reading', async () => {
  await readings().of(letter, [])
  expect(kept()).toHaveLength(1)
  erase()
  expect(kept()).toEqual([])
  expect(await readings().of(letter, [])).toBeNull()
})

test('a letter the reader gives up is not kept as read, and not tried again before the next start', async () => {
  reader = () => {
    asked.push({ profiles: 0, atMs: 0 })
    return Promise.reject(new Error('took too long'))
  }
  const ofThisStart = readings()
  expect(await ofThisStart.of(letter, [])).toEqual(unreadable)
  expect(await ofThisStart.of(letter, [])).toEqual(unreadable)
  expect([asked.length, kept()]).toEqual([1, []])
  await readings().of(letter, [])
  expect(asked).toHaveLength(2)
})
