import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { registerUnappointed } from '../../fixtures/unappointed.ts'
import { registrationOf } from '../../unit/electron/database/fixture.ts'
import { serverOf } from '../../unit/electron/notices/notices-bench.ts'
import { type AnswersBench, openAnswersBench } from '../replies/bench.ts'
import { countQueries, openCases } from './cases-bench.ts'

let bench: AnswersBench
let care: ReturnType<typeof openCases>
beforeEach(async () => {
  bench = await openAnswersBench()
  care = openCases(bench)
})
afterEach(() => bench.end())

const unappointed = (familyName = 'Зимин', email: string | null = 'zimin@example.ru') =>
  registerUnappointed(bench, {
    ...registrationOf(bench.session, { receivedOn: '2026-11-20', familyName, email }, '2026-11-30T09:00:00+07:00')
      .fields,
  })
const applicationLetter = (
  kind: 'application' | 'other' | 'bounce' = 'application',
  receivedAt = '2026-11-20T01:00:00Z',
) =>
  storeLetter(bench.database, bench.accounts.place(), {
    ...{ kind, receivedAt },
    raw: letter(
      { from: 'Снегирёва Анна <anna@example.ru>', subject: 'Заявка' },
      part(kind === 'other' ? 'Добрый день' : 'Фамилия: Снегирёва\r\nИмя: Анна\r\nТематика вопроса: Субсидия\r\n'),
    ),
  })

describe('a letter', () => {
  test('waits to be read with the term of п. 2.4; set aside it is over, taken back it waits again', async () => {
    const id = applicationLetter()
    expect(await care.standing(id)).toBe('toDo readLetter')
    const [line] = (await care.page('toDo')).rows
    expect(line).toMatchObject({ kind: 'letter', name: 'Снегирёва Анна', pressing: { rule: { id: 'D2' } } })
    expect(line?.missing).toContain('phone')
    care.mailroom.service.setAside(bench.session, id, 'не заявка')
    expect(await care.standing(id)).toBe('done setAside')
    expect(await care.page('toDo')).toMatchObject({ total: 0, counts: { toDo: 0, done: 1 } })
    care.mailroom.service.takeBack(bench.session, id)
    expect(await care.standing(id)).toBe('toDo readLetter')
  })

  test('written by a machine asks for nobody; of a file nobody dated no term is told', async () => {
    expect(await care.standing(applicationLetter('bounce'))).toBe('done machineLetter')
    const raw = letter({ from: 'a@example.ru', subject: 'Заявка' }, part('Фамилия: Дроздов'))
    const receivedAt = '2026-11-01T01:00:00Z'
    const id = storeLetter(bench.database, bench.accounts.place(), {
      raw,
      kind: 'application',
      receivedAt,
      source: 'file',
    })
    const line = (await care.page('toDo')).rows.find(one => one.id === id)
    expect(line).toMatchObject({ step: 'readLetter', pressing: null })
  })
})

describe('an application', () => {
  test('to be decided; on signature; signed and not sent; sent', async () => {
    const id = unappointed()
    expect(await care.standing(id)).toBe('toDo decide')
    const authorId = bench.session.account.id
    const draft = {
      ...{ grounds: ['competence' as const], reasoning: 'не наше', earlierId: null, earlierWritten: '' },
      ...{ citizenDative: 'Зимину', gender: 'male' as const, address: 'Кемерово', signatoryName: 'Глава' },
      ...{ executorName: 'Она', executorPhone: '1', decidedOn: '2026-11-20' },
    }
    care.rejections.saveDraft({ applicationId: id, draft, quote: null, state: 'draft', authorId })
    expect(await care.standing(id)).toBe('toDo decide')
    care.rejections.saveDraft({ applicationId: id, draft, quote: null, state: 'toSign', authorId })
    expect(await care.standing(id)).toBe('toDo signRejection')
    const decidedAt = '2026-11-20T02:00:00.000Z'
    care.rejections.sign({ applicationId: id, kind: 'scan', decidedOn: '2026-11-20', decidedAt, files: [], authorId })
    expect(await care.standing(id)).toBe('toDo sendRejection')
    care.rejections.send(id, authorId, '2026-11-20')
    // In the outbox it is not at the citizen's: not over before the server took it.
    expect(await care.standing(id)).toBe('awaiting noticeOnItsWay')
    await bench.send()
    expect(await care.standing(id)).toBe('done rejected')
  })

  test('appointed: told by mail, waits for the answer, then for the reception; overdue it is ours again', async () => {
    const { applicationId: id, receptionId } = await bench.noticed()
    expect(await care.standing(id)).toBe('awaiting awaitReply')
    bench.clock.set('2026-11-24T02:00:00Z')
    expect(await care.standing(id)).toBe('toDo decideUnanswered')
    bench.clock.set('2026-11-20T02:00:00Z')
    await unwrap(
      Promise.resolve(
        bench.terms.mark(bench.session, {
          ...{ receptionId, kind: 'confirmed', occurredLocal: '2026-11-20T09:00', channel: 'phone', note: 'сам' },
        }),
      ),
    )
    expect(await care.standing(id)).toBe('awaiting awaitReception')
    bench.clock.set('2026-11-30T02:00:00Z')
    expect(await care.standing(id)).toBe('toDo holdReception')
  })

  test('an answer to judge is a state of its application, and its letter no second case', async () => {
    const { applicationId: id, messageId } = await bench.noticed()
    const letterId = bench.answer('Подтверждаю', { more: [`In-Reply-To: ${messageId}`] })
    expect(await care.standing(id)).toBe('toDo judgeReply')
    expect(await care.standing(letterId)).toBeNull()
    await unwrap(bench.judge(letterId, 'confirms', id))
    expect(await care.standing(id)).toBe('awaiting awaitReception')
  })

  test('an answer of nobody known is a case of its own until somebody judges it', async () => {
    const letterId = bench.answer('Подтверждаю', { from: 'stranger@example.ru' })
    expect(await care.standing(letterId)).toBe('toDo judgeReply')
    expect((await care.page('toDo')).rows[0]).toMatchObject({ kind: 'reply', name: 'stranger@example.ru' })
    await unwrap(bench.judge(letterId, 'neither', null))
    expect(await care.standing(letterId)).toBeNull()
  })

  test('an application that came as an answer stands as both', async () => {
    const { applicationId: id, messageId } = await bench.noticed()
    const more = [`In-Reply-To: ${messageId}`]
    const letterId = bench.answer('Фамилия: Зимин\r\nТематика вопроса: Другое', { more, kind: 'application' })
    expect(await care.standing(id)).toBe('toDo judgeReply')
    expect(await care.standing(letterId)).toBe('toDo readLetter')
  })

  test('a notice that waits, or came back, keeps a case out of «Готово»; told otherwise it is over', async () => {
    const { applicationId: id, receptionId } = await bench.noticed()
    await bench.cancel(receptionId, 'refused')
    expect(await care.standing(id)).toBe('awaiting noticeOnItsWay')
    await unwrap(bench.notices.service.mail.saveServer(bench.session, { ...serverOf(), isOn: false }, true))
    expect(await care.standing(id)).toBe('toDo noticeStuck')
    const [notice] = bench.notices.store.open('waiting')
    if (!notice) throw new Error('nothing waits')
    bench.notices.store.addFact({ noticeId: notice.id, kind: 'bounced', authorId: null, detail: '5.1.1' })
    expect(await care.standing(id)).toBe('toDo noticeFailed')
    const told = { noticeId: notice.id, occurredLocal: '2026-11-20T09:00', note: 'лично' }
    await unwrap(Promise.resolve(bench.notices.service.toldByPhone(bench.session, told)))
    expect(await care.standing(id)).toBe('done cancelled')
  })

  /** Appointed and told by telephone: there is no address to write to. Its term is over. */
  async function unanswered(email = ''): Promise<{ id: string; receptionId: string }> {
    const fields = { receivedOn: '2026-11-20', email, familyName: 'Дроздов' }
    const made = bench.applications.create(registrationOf(bench.session, fields, '2026-11-30T09:00:00+07:00'))
    const { receptionId, applicationId: id } = made
    const occurredLocal = '2026-11-20T09:00'
    await unwrap(Promise.resolve(bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal })))
    bench.clock.set('2026-11-24T02:00:00Z')
    expect(await care.standing(id)).toBe('toDo decideUnanswered')
    return { id, receptionId }
  }
  const markCancellationTold = (receptionId: string, occurredLocal = '2026-11-24T09:00') =>
    bench.terms.mark(bench.session, {
      ...{ receptionId, kind: 'cancellationTold', occurredLocal, channel: 'phone', note: 'лично' },
    })

  test('cancelled for want of an answer, with no address: to be told of, and over once somebody told', async () => {
    const { id, receptionId } = await unanswered()
    await unwrap(bench.cancel(receptionId, 'notConfirmed'))
    expect(await care.standing(id)).toBe('toDo tellCancelled')
    expect((await care.page('done')).total).toBe(0)
    expect(bench.terms.untoldCancellations().map(one => one.receptionId)).toEqual([receptionId])
    // Before it was cancelled nobody can have told it.
    expect(markCancellationTold(receptionId, '2026-11-23T09:00')).toMatchObject({
      fault: { fields: { occurredLocal: 'Это раньше отмены приёма' } },
    })
    expect(await care.standing(id)).toBe('toDo tellCancelled')
    await unwrap(Promise.resolve(markCancellationTold(receptionId)))
    expect(await care.standing(id)).toBe('done cancelled')
    expect(bench.terms.untoldCancellations()).toEqual([])
    expect(markCancellationTold(receptionId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  })

  test('cancelled for want of an answer, with an address: its letter tells, and nobody is asked besides', async () => {
    const { id, receptionId } = await unanswered('drozdov@example.ru')
    await unwrap(bench.cancel(receptionId, 'notConfirmed'))
    expect(await care.standing(id)).toBe('awaiting noticeOnItsWay')
    expect(markCancellationTold(receptionId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
    await bench.send()
    expect(await care.standing(id)).toBe('done cancelled')
    expect(bench.terms.untoldCancellations()).toEqual([])
  })

  test('cancelled because the citizen refused: he said so himself, and is not told it again', async () => {
    const { id, receptionId } = await unanswered()
    await unwrap(bench.cancel(receptionId, 'refused'))
    expect(await care.standing(id)).toBe('done cancelled')
    expect(markCancellationTold(receptionId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect(bench.terms.untoldCancellations()).toEqual([])
  })

  test('of a reception that stands no cancellation is told', async () => {
    const { id, receptionId } = await unanswered()
    expect(markCancellationTold(receptionId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect(await care.standing(id)).toBe('toDo decideUnanswered')
  })

  test('appointed without an address nobody was told, and that is said', async () => {
    const fields = { receivedOn: '2026-11-20', email: '', familyName: 'Дроздов' }
    const made = bench.applications.create(registrationOf(bench.session, fields, '2026-11-30T09:00:00+07:00'))
    expect(await care.standing(made.applicationId)).toBe('toDo untold')
    const { receptionId } = made
    const occurredLocal = '2026-11-20T09:00'
    await unwrap(Promise.resolve(bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal })))
    expect(await care.standing(made.applicationId)).toBe('awaiting awaitReply')
  })
})

test('a search looks everywhere: by any form of the name, by number, by who wrote; else nothing', async () => {
  const id = unappointed('Канарейкин')
  unappointed('Зимин')
  const letterId = applicationLetter()
  const found = async (text: string) => (await care.page(null, text)).rows.map(one => one.id)
  expect(await found('канарейкина')).toEqual([id])
  expect(await found('1')).toEqual([id])
  expect(await found('anna@')).toEqual([letterId])
  expect(await found('Ворон')).toEqual([])
  expect((await care.page(null, 'канарейкин')).counts).toEqual({ toDo: 3, awaiting: 0, done: 0 })
})

test('three hundred applications are asked for in as many queries as three', async () => {
  const asked = countQueries(bench)
  const queriesWith = async (more: number): Promise<number> => {
    for (let at = 0; at < more; at += 1) unappointed(`Зимин${at}`)
    await care.page('toDo')
    asked.count = 0
    await care.page('toDo')
    return asked.count
  }
  try {
    const few = await queriesWith(3)
    expect(await queriesWith(297)).toBe(few)
    expect(few).toBeLessThanOrEqual(40)
  } finally {
    asked.end()
  }
  expect((await care.page('toDo')).total).toBe(300)
})
