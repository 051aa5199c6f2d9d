import type { ImapFlow } from 'imapflow'
import { expect, test } from 'vitest'
import { fetchLetters } from '../../../../electron/mailroom/fetch-letters.ts'
import type { Intake, RawLetter } from '../../../../electron/mailroom/intake.ts'

/** A folder whose server says what it likes: no real one loses its dates on request. */
const folderOf = (letters: readonly { uid: number; internalDate?: Date | string; source?: Buffer | null }[]) =>
  ({
    ...{ mailbox: { uidValidity: 7n }, usable: true },
    search: async () => [...letters.map(({ uid }) => uid), 99],
    fetchAll: async () => letters.map(({ uid, internalDate }) => ({ uid, size: 10, internalDate })),
    fetchOne: async (uid: string) => ({ source: letters.find(one => one.uid === Number(uid))?.source ?? undefined }),
  }) as unknown as ImapFlow
const source = Buffer.from('Subject: x\r\n\r\ny')
const mailbox = { id: 'm', since: '2026-11-01' }

function bench(fails: (letter: RawLetter) => boolean = () => false) {
  const taken: RawLetter[] = []
  const intake: Intake = {
    async take(letter) {
      if (fails(letter)) throw new Error('disk')
      taken.push(letter)
      return { letterId: String(taken.length), isNew: true, kind: 'other' }
    },
  }
  const deps = { intake, store: { takenUids: () => new Set([1]) }, timeZone: () => 'Asia/Novokuznetsk' }
  return { taken, deps: { ...deps, log: { warn: () => undefined } } }
}

test('every letter the folder shows is stored or counted with its reason; one without a date is taken', async () => {
  const day = new Date('2026-11-20T00:00:00Z')
  const { taken, deps } = bench(({ sighting }) => sighting?.uid === 7)
  const client = folderOf([
    { uid: 1, internalDate: day, source },
    { uid: 2, internalDate: day, source },
    { uid: 3, source },
    { uid: 4, internalDate: 'yesterday', source },
    { uid: 5, internalDate: new Date(0), source },
    { uid: 6, internalDate: new Date('2026-10-01T00:00:00Z'), source },
    { uid: 7, internalDate: day, source },
    { uid: 8, internalDate: day, source: null },
    { uid: 9, internalDate: day, source },
  ])
  const { highestUid, tally } = await fetchLetters(client, mailbox, deps, null)
  expect(highestUid).toBe(99)
  expect(tally).toEqual({ seen: 10, stored: 5, known: 1, earlier: 1, gone: 2, failed: 1 })
  const { seen, ...rest } = tally
  expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(seen)
  expect(taken.map(({ sighting, internalDateMs }) => [sighting?.uid, internalDateMs])).toEqual([
    [2, day.getTime()],
    [3, null],
    [4, null],
    [5, 0],
    [9, day.getTime()],
  ])
})
