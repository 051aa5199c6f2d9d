import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldCitizens } from '../../../../electron/notices/untold-citizens.ts'
import type { TermedApplication } from '../../../../electron/terms/term-store.ts'
import { makeTermStore } from '../../../../electron/terms/term-store.ts'
import { makeTestSender, type NoticesBench, openNoticesBench } from './notices-bench.ts'

/** What the end of the day asks of the notices: what waits, and who was never told. */
let bench: NoticesBench
const { sender, letters, answers } = makeTestSender()
beforeEach(async () => {
  letters.length = 0
  answers.length = 0
  bench = await openNoticesBench(sender)
})
afterEach(() => bench.close())

const untold = () => {
  const { open, untoldCancellations } = makeTermStore({ ...bench.database, ...bench, place: bench.accounts.place })
  const appointed = () => open().filter(({ step }) => step === 'scheduled')
  return untoldCitizens({ appointed, untoldCancellations }, bench.care.store).map(({ shortName }) => shortName)
}
const waiting = () => bench.care.waiting().map(({ kind, shortName }) => `${kind} ${shortName}`)

test('appointed without a notice: told of; formed: it waits; accepted by the server: neither', async () => {
  const application = bench.add()
  expect(untold()).toHaveLength(1)
  expect(waiting()).toEqual([])
  await bench.enterServer()
  bench.form(application)
  expect(untold()).toEqual([])
  expect(waiting()).toHaveLength(1)
  expect(waiting()[0]).toMatch(/^noticeWaiting /)
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
  expect(letters).toHaveLength(1)
  expect(untold()).toEqual([])
  expect(waiting()).toEqual([])
})

test('cancelled, and nobody told: named, until somebody noted it', () => {
  const one = { applicationId: randomUUID(), receptionId: randomUUID(), appointedOn: '2026-11-25', shortName: 'Ким А.' }
  const cancelled = { ...one, journalNumber: 1 } as unknown as TermedApplication
  const told = (cancellations: readonly TermedApplication[]) =>
    untoldCitizens({ appointed: () => [], untoldCancellations: () => cancellations }, bench.care.store)
  expect(told([cancelled])).toMatchObject([
    { kind: 'cancellationUntold', applicationId: one.applicationId, receptionId: one.receptionId },
  ])
  expect(told([])).toEqual([])
})
