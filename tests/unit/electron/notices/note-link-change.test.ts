import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteLinkChange } from '../../../../electron/notices/note-link-change.ts'
import { makeReceptionStore, type ReceptionStore } from '../../../../electron/reception/reception-store.ts'
import { makeTestSender, type NoticesBench, openNoticesBench } from './notices-bench.ts'

let bench: NoticesBench
let receptions: ReceptionStore
beforeEach(async () => {
  bench = await openNoticesBench(makeTestSender().sender)
  receptions = makeReceptionStore({
    ...{ ...bench.database, place: bench.accounts.place, eventLog: bench.eventLog, clock: bench.clock },
    journal: bench.journalProjection,
    actor: () => bench.session.account.id,
    onLinkSet: noteLinkChange({ write: bench.database.write, notices: bench.care.desk }),
  })
})
afterEach(async () => {
  await bench.care.close()
  bench.close()
})

const link = (number: number) => ({
  url: `https://telemost.yandex.ru/j/${30_000_000_000_000 + number}`,
  meetingNumber: String(30_000_000_000_000 + number),
})
const written = (applicationId: string) =>
  bench.care.store.ofApplication(applicationId).map(({ kind, sequence, text }) => ({ kind, sequence, text }))

test('whoever was written the former link is written the new one, the same time and the same appointment', () => {
  const appointed = bench.add()
  receptions.setLink(appointed.receptionId, link(1))
  expect(written(appointed.applicationId)).toEqual([])

  bench.form(appointed)
  receptions.setLink(appointed.receptionId, link(2))
  const [latest, first] = written(appointed.applicationId).sort((one, other) => other.sequence - one.sequence)
  expect(first).toMatchObject({ kind: 'appointment', sequence: 0 })
  expect(latest).toMatchObject({ kind: 'move', sequence: 1 })
  expect(latest?.text).toContain(`Ссылка на встречу: ${link(2).url}`)
  expect(latest?.text).toContain('Прежнее время: не изменилось, новая ссылка на встречу')
})

test('the same link again is no change; back to the first one is', () => {
  const appointed = bench.add()
  receptions.setLink(appointed.receptionId, link(1))
  bench.form(appointed)
  receptions.setLink(appointed.receptionId, link(1))
  expect(written(appointed.applicationId)).toHaveLength(1)
  receptions.setLink(appointed.receptionId, link(2))
  receptions.setLink(appointed.receptionId, link(1))
  expect(written(appointed.applicationId)).toHaveLength(3)
})

test('a notice that cannot be formed leaves the former link', () => {
  const appointed = bench.add()
  receptions.setLink(appointed.receptionId, link(1))
  bench.form(appointed)
  const broken = makeReceptionStore({
    ...{ ...bench.database, place: bench.accounts.place, eventLog: bench.eventLog, clock: bench.clock },
    journal: bench.journalProjection,
    actor: () => bench.session.account.id,
    onLinkSet: () => {
      throw new Error('no words')
    },
  })
  expect(() => broken.setLink(appointed.receptionId, link(2))).toThrow('no words')
  expect(receptions.byId(appointed.receptionId)?.link).toBe(link(1).url)
})
