import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMoving } from '../../../../electron/reception/moving.ts'
import { makeTakeover } from '../../../../electron/reception/takeover.ts'
import { makeTakeoverStore } from '../../../../electron/reception/takeover-store.ts'
import { makeTurns } from '../../../../electron/reception/turns.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { regulation } from '../../shared/reception/history-of.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'
import { registrationOf } from '../database/fixture.ts'
import { makeTestSender, noticesOn } from '../notices/notices-bench.ts'
import { ruleForOn } from './rule-for.ts'

/** The receptions that go over, with the real desk of notices. */
let bench: CalendarBench
beforeEach(async () => {
  bench = await openCalendarBench()
})
afterEach(() => bench.close())

test('a citizen who was written to is written to again: the new official, no new confirmation, D5 as it was', async () => {
  const { database, accounts, clock, receptions, links, moves, eventLog, session } = bench
  const { write } = database
  const { care } = await noticesOn(bench, makeTestSender().sender)
  const { id: toId } = accounts.addAccount({
    ...{ fullName: 'Орлова Ольга Юрьевна', position: 'ведущий специалист', role: 'specialist' },
  })
  const { applicationId, receptionId } = bench.applications.create(
    registrationOf(session, { email: 'kanareykin@example.ru' }, '2026-11-25T10:00:00+07:00'),
  )
  const order = { applicationId, receptionId, authorId: session.account.id, attachments: [] }
  write.transaction(() => care.desk.form({ ...order, kind: 'appointment' }))
  const stateOf = async (id: string) =>
    Object.fromEntries(
      (await unwrap(bench.terms.ofReception(id))).terms.map(({ term, state }) => [term.id, state.kind]),
    )
  const before = await stateOf(receptionId)
  clock.set('2026-11-23T02:00:00Z')
  const takeover = makeTakeover({
    ...{ rows: receptions, staff: accounts.staff, write, eventLog, clock, ruleFor: ruleForOn(bench) },
    store: makeTakeoverStore({ read: write, place: accounts.place }),
    mayReceive: () => true,
    notices: care.desk,
    moving: makeMoving({
      notices: null,
      ...{ rows: receptions, store: moves, links, regulation, inTurn: makeTurns(), clock },
      ruleFor: ruleForOn(bench),
      ...{ onOpenChanged: () => undefined, announce: () => undefined },
      specialist: id => accounts.staff().find(one => one.id === id) ?? null,
    }),
  })
  const { moved } = await unwrap(
    takeover.carryOut(session, {
      ...{ fromId: session.account.id, toId, basis: 'больничный' },
      receptions: [{ receptionId, expectedSequence: 0 }],
    }),
  )
  expect(moved).toMatchObject([{ notice: 'formed' }])
  const [notice] = care.store.ofApplication(applicationId)
  const text = write.first(
    write.select.selectFrom('notice').select('text').where('kind', '=', 'move').orderBy('formed_at', 'desc'),
  )?.text
  expect(notice).toBeDefined()
  expect(text).toContain('Орлова Ольга Юрьевна')
  expect(text).toContain('Прежнее время: не изменилось, приём проведёт другой сотрудник')
  expect(text).not.toMatch(/подтвердите/i)
  const after = await stateOf(moved[0]?.receptionId ?? '')
  expect(after.D2).toBe(before.D2)
  await care.close()
})
