import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { registrationOf } from '../../unit/electron/database/fixture.ts'
import { type AnswersBench, openAnswersBench } from './bench.ts'

/** п. 2.6 on the real store: what is not so cannot be written of a reception, whatever a screen asks. */
let bench: AnswersBench
beforeEach(async () => {
  bench = await openAnswersBench()
})
afterEach(() => bench.end())

/** The notice of Friday 20.11. is to be confirmed by Monday 23.11. */
const afterTerm = '2026-11-24T03:00:00Z'
const inTime = { receivedAt: '2026-11-23T10:00:00.000Z' }
const tooLate = { receivedAt: '2026-11-24T02:00:00.000Z' }
const refusedBecause = (words: string) => ({
  ...{ ok: false, fault: { code: 'refusedByRule', hint: expect.stringContaining(words) } },
})
const actOf = async (receptionId: string, act: string) =>
  (await unwrap(bench.terms.ofReception(receptionId))).acts.find(one => one.act === act)

describe('«Не подтвердил в срок»', () => {
  test('once the term is over and nothing came: cancelled, column 7 says what happened', async () => {
    const { applicationId, receptionId } = await bench.noticed()
    bench.clock.set(afterTerm)
    expect(await actOf(receptionId, 'cancelNotConfirmed')).toMatchObject({ permitted: true, reason: null })
    await unwrap(bench.cancel(receptionId, 'notConfirmed'))
    expect(bench.journalRow(applicationId)).toMatchObject({
      ...{ outcome: 'cancelledNotConfirmed', result: expect.stringContaining('подтверждение участия не поступило') },
    })
  })

  test.each<[string, string, (receptionId: string, applicationId: string) => Promise<unknown> | unknown]>([
    [
      'confirmed',
      'Участие уже подтверждено (п. 2.5).',
      async (receptionId, applicationId) => {
        const letterId = bench.answer('Подтверждаю', inTime)
        bench.clock.set(afterTerm)
        await unwrap(bench.judge(letterId, 'confirms', applicationId))
        return receptionId
      },
    ],
    [
      'the term runs',
      'Срок подтверждения ещё идёт, по 23.11.2026 включительно',
      () => bench.clock.set('2026-11-23T16:00:00Z'),
    ],
    [
      'an answer in time nobody has judged',
      'ещё не разобранный',
      () => {
        bench.answer('Подтверждаю', inTime)
        bench.clock.set(afterTerm)
      },
    ],
    [
      'an unclear answer in time',
      'ещё не разобранный',
      () => {
        bench.answer('Если смогу, буду', inTime)
        bench.clock.set(afterTerm)
      },
    ],
    [
      'an answer that may be of this citizen',
      'ещё не разобранный',
      async () => {
        await bench.noticed({ familyName: 'Зимина', at: '2026-12-01T09:00:00+07:00' })
        bench.answer('Подтверждаю', inTime)
        bench.clock.set(afterTerm)
      },
    ],
    [
      'a mailbox that is not read',
      'Почта давно не читается',
      () => {
        bench.mail.isSilent = true
        bench.clock.set(afterTerm)
      },
    ],
  ])('%s: refused, and nothing is written', async (_facts, words, happen) => {
    const { applicationId, receptionId } = await bench.noticed()
    await happen(receptionId, applicationId)
    const before = bench.journalRow(applicationId)
    expect(await bench.cancel(receptionId, 'notConfirmed')).toMatchObject(refusedBecause(words))
    expect(bench.rows.stepOf(receptionId)).toBe('scheduled')
    expect(bench.journalRow(applicationId)).toEqual(before)
    expect(await actOf(receptionId, 'cancelNotConfirmed')).toMatchObject({ permitted: false })
  })

  test('never notified: refused with the clause', async () => {
    const { receptionId } = bench.applications.create(
      registrationOf(bench.session, { receivedOn: '2026-11-20' }, '2026-11-30T09:00:00+07:00'),
    )
    bench.clock.set(afterTerm)
    expect(await bench.cancel(receptionId, 'notConfirmed')).toMatchObject(refusedBecause('(п. 2.4)'))
    await unwrap(bench.cancel(receptionId, 'refused'))
  })

  test('an answer that came too late keeps nothing from being cancelled', async () => {
    const { receptionId } = await bench.noticed()
    bench.answer('Подтверждаю', tooLate)
    bench.clock.set(afterTerm)
    await unwrap(bench.cancel(receptionId, 'notConfirmed'))
  })

  test('once the answer is found to be about something else, it is permitted', async () => {
    const { receptionId } = await bench.noticed()
    const letterId = bench.answer('Когда выплата?', inTime)
    bench.clock.set(afterTerm)
    expect((await bench.cancel(receptionId, 'notConfirmed')).ok).toBe(false)
    await unwrap(bench.judge(letterId, 'neither', null))
    await unwrap(bench.cancel(receptionId, 'notConfirmed'))
  })
})

/** What happens, each in both orders: the journal says the same in the end. */
describe('the order of events changes nothing in the journal', () => {
  const outcomes = async (steps: readonly ('answer' | 'judge' | 'cancel')[], receivedAt: string) => {
    const own = await openAnswersBench()
    const { applicationId, receptionId } = await own.noticed()
    own.clock.set(afterTerm)
    let letterId = ''
    for (const step of steps) {
      if (step === 'answer') letterId = own.answer('Подтверждаю', { receivedAt })
      if (step === 'judge') await own.judge(letterId, 'confirms', applicationId)
      if (step === 'cancel') await own.cancel(receptionId, 'notConfirmed')
    }
    const row = own.journalRow(applicationId)
    const marks = own.rowsOf('select kind, occurred_at from standing_application_mark')
    await own.end()
    return { row, marks }
  }
  test('an early letter, judged before or after somebody tries to cancel', async () => {
    const { receivedAt } = inTime
    const judgedFirst = await outcomes(['answer', 'judge', 'cancel'], receivedAt)
    expect(await outcomes(['answer', 'cancel', 'judge'], receivedAt)).toEqual(judgedFirst)
    expect(await outcomes(['answer', 'cancel', 'judge', 'cancel'], receivedAt)).toEqual(judgedFirst)
    expect(judgedFirst).toMatchObject({
      row: { outcome: null },
      marks: [{ kind: 'confirmed', occurred_at: receivedAt }],
    })
  })
  test('a late letter, seen before or after the cancellation', async () => {
    const { receivedAt } = tooLate
    const seenFirst = await outcomes(['answer', 'judge', 'cancel'], receivedAt)
    expect(await outcomes(['cancel', 'answer', 'judge'], receivedAt)).toEqual(seenFirst)
    expect(await outcomes(['answer', 'cancel', 'judge'], receivedAt)).toEqual(seenFirst)
    expect(seenFirst).toMatchObject({ row: { outcome: 'cancelledNotConfirmed' }, marks: [] })
  })
  test('a confirmation and a refusal of the same citizen, judged in either order', async () => {
    const judgedAs = async (order: readonly ['confirms' | 'declines', 'confirms' | 'declines']) => {
      const own = await openAnswersBench()
      const { applicationId } = await own.noticed()
      const letters = {
        confirms: own.answer('Подтверждаю', { receivedAt: '2026-11-20T02:05:00.000Z' }),
        declines: own.answer('Не смогу', { receivedAt: '2026-11-20T02:08:00.000Z' }),
      }
      own.clock.set('2026-11-20T02:10:00Z')
      for (const verdict of order) await own.judge(letters[verdict], verdict, applicationId)
      const row = own.journalRow(applicationId)
      await own.end()
      return row
    }
    const refusedLast = await judgedAs(['confirms', 'declines'])
    expect(await judgedAs(['declines', 'confirms'])).toEqual(refusedLast)
    expect(refusedLast).toMatchObject({ outcome: 'cancelledRefused' })
  })
})

/** What is listed as permitted is done; what is listed as refused the call refuses, and writes nothing. */
describe('the calls refuse exactly what the list refuses', () => {
  const states: readonly (readonly [string, (receptionId: string, applicationId: string) => Promise<unknown>])[] = [
    ['noticed', async () => undefined],
    ['overdue', async () => bench.clock.set(afterTerm)],
    [
      'confirmed',
      async (receptionId, applicationId) => {
        await unwrap(bench.judge(bench.answer('Подтверждаю'), 'confirms', applicationId))
        return receptionId
      },
    ],
    ['cancelled', async receptionId => unwrap(bench.cancel(receptionId, 'refused'))],
    [
      'confirmation taken back',
      async (_receptionId, applicationId) => {
        const letterId = bench.answer('Подтверждаю')
        await unwrap(bench.judge(letterId, 'confirms', applicationId))
        await unwrap(bench.service.takeBack(bench.session, letterId))
      },
    ],
  ]
  const occurredLocal = '2026-11-20T09:12'
  const calls: Readonly<Record<string, (receptionId: string) => Promise<{ readonly ok: boolean }>>> = {
    noteNotice: async receptionId =>
      bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal }),
    noteConfirmation: async receptionId =>
      bench.terms.mark(bench.session, { receptionId, kind: 'confirmed', occurredLocal }),
    cancelRefused: receptionId => bench.cancel(receptionId, 'refused'),
    cancelNotConfirmed: receptionId => bench.cancel(receptionId, 'notConfirmed'),
  }
  test.each(states.flatMap(([state, happen]) => Object.keys(calls).map(act => [state, act, happen] as const)))(
    '%s: %s',
    async (_state, act, happen) => {
      const { applicationId, receptionId } = await bench.noticed()
      bench.clock.set('2026-11-20T02:15:00Z')
      await happen(receptionId, applicationId)
      const listed = await actOf(receptionId, act)
      const before = bench.journalRow(applicationId)
      const answer = await calls[act]?.(receptionId)
      expect(answer?.ok).toBe(listed?.permitted)
      if (!listed?.permitted) expect(bench.journalRow(applicationId)).toEqual(before)
    },
  )
})
