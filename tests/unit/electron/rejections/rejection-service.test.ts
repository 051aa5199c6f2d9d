import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeAttentionStore } from '../../../../electron/day/attention-store.ts'
import { makeApplicationFacts } from '../../../../electron/terms/application-facts.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { registrationOf } from '../database/fixture.ts'
import { draft, openRejectionBench, pdfFile, signatureFile } from './rejection-bench.ts'

let bench: ReturnType<typeof openRejectionBench>
beforeEach(() => {
  bench = openRejectionBench()
})
afterEach(() => bench.close())

const saved = (applicationId: string, changes = {}) =>
  bench.care.save(bench.session, {
    ...{ applicationId, draft: draft(), quote: null, forSigning: true },
    ...changes,
  })
const scan = (applicationId: string) =>
  ({ kind: 'scan', applicationId, decidedOn: '2026-11-20', decision: pdfFile }) as const
async function signed(): Promise<string> {
  const applicationId = bench.register()
  await unwrap(saved(applicationId))
  await unwrap(bench.care.sign(bench.session, scan(applicationId)))
  return applicationId
}
const decisions = () => bench.database.raw.prepare('select kind, reason, decided_at from application_decision').all()

test('a first draft is suggested: name in the dative, the address, the executor', async () => {
  const rejection = await unwrap(bench.care.ofApplication(bench.session, bench.register()))
  expect(rejection).toMatchObject({ state: 'none', whyNot: null, hasQuote: false })
  expect(rejection.draft).toMatchObject({
    citizenDative: 'Петрову Петру Петровичу',
    gender: 'male',
    executorName: 'Иванова Анна Петровна',
    decidedOn: '2026-11-20',
  })
})

test('two grounds: draft, signature, sending; every table, the journal and the event log say the same', async () => {
  const applicationId = bench.register()
  await unwrap(saved(applicationId))
  expect(bench.care.waiting()).toMatchObject([{ applicationId, state: 'toSign', shortName: 'Петров П. П.' }])
  expect(decisions()).toEqual([])
  expect(bench.journalRow(applicationId)?.consideration).toBe('')
  await unwrap(bench.care.sign(bench.session, scan(applicationId)))
  expect(decisions()).toMatchObject([{ kind: 'rejected', decided_at: '2026-11-20T02:00:00.000Z' }])
  expect(bench.journalRow(applicationId)?.consideration).toBe(
    'Отклонена 20.11.2026: тематика вопроса не входит в компетенцию (абз. 2 п. 2.7); содержание заявки не позволяет определить тематику вопроса (абз. 4 п. 2.7)',
  )
  const sent = await unwrap(bench.care.send(bench.session, applicationId))
  expect(sent).toMatchObject({ state: 'sent', dispatch: { way: 'email', givenOn: '2026-11-20' } })
  expect(bench.orders).toHaveLength(1)
  expect(bench.orders[0]?.attachments).toMatchObject([
    { name: 'Решение об отклонении заявки № 1 от 20.11.2026.pdf', mediaType: 'application/pdf' },
  ])
  expect(bench.sentSoon()).toBe(1)
  expect(bench.care.waiting()).toEqual([])
  expect(bench.logged().map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['rejectionSubmitted', 'rejectionSigned', 'rejectionSent']),
  )
})

test('PDF and signature are both kept and both sent; a second sending is refused', async () => {
  const applicationId = bench.register()
  await unwrap(saved(applicationId))
  const order = { ...scan(applicationId), kind: 'detached', signature: signatureFile } as const
  const { signing } = await unwrap(bench.care.sign(bench.session, order))
  expect(signing?.files.map(({ role, name }) => [role, name])).toEqual([
    ['decision', 'Решение об отклонении заявки № 1 от 20.11.2026.pdf'],
    ['signature', 'Решение об отклонении заявки № 1 от 20.11.2026.pdf.sig'],
  ])
  await unwrap(bench.care.send(bench.session, applicationId))
  expect(bench.orders[0]?.attachments).toHaveLength(2)
  expect(bench.care.send(bench.session, applicationId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect(bench.orders).toHaveLength(1)
})

describe('refused, and nothing is written', () => {
  test('what is not signed cannot be sent', async () => {
    const applicationId = bench.register()
    await unwrap(saved(applicationId))
    expect(bench.care.send(bench.session, applicationId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect(bench.orders).toEqual([])
  })

  test('a draft that was not given for signing cannot be signed', async () => {
    const applicationId = bench.register()
    await unwrap(saved(applicationId, { forSigning: false }))
    expect(bench.care.sign(bench.session, scan(applicationId))).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect(decisions()).toEqual([])
  })

  test.each([
    [
      { decision: { name: 'а.pdf', base64: Buffer.from('MZ').toString('base64') } },
      { decision: 'Это не PDF, JPEG или PNG' },
    ],
    [{ decidedOn: '2026-11-21' }, { decidedOn: 'Этот день ещё не наступил' }],
    [{ decidedOn: '2026-11-17' }, { decidedOn: 'Это раньше дня поступления заявки' }],
  ])('%j', async (changes, fields) => {
    const applicationId = bench.register()
    await unwrap(saved(applicationId))
    const answer = bench.care.sign(bench.session, { ...scan(applicationId), ...changes })
    expect(answer).toMatchObject({ ok: false, fault: { code: 'badInput', fields } })
    expect(decisions()).toEqual([])
  })

  test('an application with a reception is decided otherwise', () => {
    const { applicationId } = bench.applications.create(registrationOf(bench.session))
    expect(saved(applicationId)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  })

  test('ground 4 needs the earlier answer, and only one that is there', () => {
    const applicationId = bench.register()
    const repeat = { draft: draft({ grounds: ['repeat'] }) }
    expect(saved(applicationId, repeat)).toMatchObject({
      fault: { fields: { 'draft.earlierWritten': expect.any(String) } },
    })
    const unknown = { draft: draft({ grounds: ['repeat'], earlierId: crypto.randomUUID() }) }
    expect(saved(applicationId, unknown)).toMatchObject({
      fault: { fields: { 'draft.earlierId': expect.any(String) } },
    })
    expect(
      saved(applicationId, { draft: draft({ grounds: ['repeat'], earlierWritten: '№ 5 от 01.09.2026' }) }).ok,
    ).toBe(true)
  })

  test('without an address the letter is not formed; it is given otherwise, once', async () => {
    const applicationId = bench.register({ email: null })
    await unwrap(saved(applicationId))
    await unwrap(bench.care.sign(bench.session, scan(applicationId)))
    expect(bench.care.send(bench.session, applicationId)).toMatchObject({ fault: { code: 'refusedByRule' } })
    const given = { applicationId, note: 'Вручено лично', givenOn: '2026-11-20' }
    expect(await unwrap(bench.care.giveOtherwise(bench.session, given))).toMatchObject({ state: 'sent' })
    expect(bench.care.giveOtherwise(bench.session, given)).toMatchObject({ fault: { code: 'stale' } })
    const [read] = makeApplicationFacts(bench.database.read)([
      { application_id: applicationId, reception_id: null, received_on: '2026-11-18', form_submitted_at: null },
    ])
    // D4 ends with it (п. 2.4).
    expect(read?.facts).toMatchObject({
      ...{ rejectedAt: '2026-11-20T02:00:00.000Z', rejectionSentAt: '2026-11-20T06:00:00.000Z' },
    })
  })

  test('signed once: a second signature, a new draft and a withdrawal are refused', async () => {
    const applicationId = await signed()
    expect(bench.care.sign(bench.session, scan(applicationId)).ok).toBe(false)
    expect(saved(applicationId).ok).toBe(false)
    expect(bench.care.withdraw(bench.session, applicationId).ok).toBe(false)
    expect(decisions()).toHaveLength(1)
  })
})

test('the earlier answer of the same person is found by name and date of birth, and named in the decision', async () => {
  const earlierId = bench.register({ topic: 'Социальный контракт' })
  bench.database.raw
    .prepare("update journal_row set outcome = 'held', result = 'Проведен.', has_result = 1 where application_id = ?")
    .run(earlierId)
  bench.clock.set('2026-11-20T03:00:00Z')
  const applicationId = bench.register()
  const other = bench.register({ birthDate: '1980-01-01' })
  expect((await unwrap(bench.care.ofApplication(bench.session, other))).earlier).toEqual([])
  const { earlier } = await unwrap(bench.care.ofApplication(bench.session, applicationId))
  expect(earlier).toEqual([{ id: earlierId, text: 'заявка № 1 от 18.11.2026 («Социальный контракт»)' }])
  await unwrap(saved(applicationId, { draft: draft({ grounds: ['repeat'], earlierId }) }))
  await unwrap(bench.care.paper({ applicationId, format: 'pdf' }))
  expect(bench.printed[0]).toContain('Ранее данный ответ: заявка № 1 от 18.11.2026')
})

test('the abuse is kept apart and covered; showing it and telling the head are events of the log, without its words', async () => {
  const applicationId = bench.register()
  const abuse = { draft: draft({ grounds: ['abuse'] }) }
  expect(saved(applicationId, abuse)).toMatchObject({ fault: { fields: { quote: expect.any(String) } } })
  const stored = await unwrap(saved(applicationId, { ...abuse, quote: 'редиска' }))
  expect(JSON.stringify(stored)).not.toContain('редиска')
  expect(stored.hasQuote).toBe(true)
  expect(await unwrap(bench.care.revealQuote(bench.session, applicationId))).toEqual({ quote: 'редиска' })
  await unwrap(bench.care.tellHead(bench.session, applicationId))
  expect(bench.care.tellHead(bench.session, applicationId)).toMatchObject({ fault: { code: 'stale' } })
  await unwrap(bench.care.sign(bench.session, scan(applicationId)))
  await unwrap(bench.care.paper({ applicationId, format: 'pdf' }))
  const everything = JSON.stringify([bench.logged(), bench.printed, bench.journalRow(applicationId), decisions()])
  expect(everything).not.toContain('редиска')
  expect(bench.logged().map(({ kind }) => kind)).toEqual(expect.arrayContaining(['abuseQuoteRevealed', 'headTold']))
})

test('a host without a printer says so, and Word is made all the same', async () => {
  bench.close()
  bench = openRejectionBench({ canPrint: false })
  const applicationId = bench.register()
  await unwrap(saved(applicationId))
  expect(await bench.care.paper({ applicationId, format: 'pdf' })).toMatchObject({
    fault: { code: 'notAvailableHere' },
  })
  expect((await unwrap(bench.care.paper({ applicationId, format: 'docx' }))).base64.length).toBeGreaterThan(1000)
})

test('a decision of an earlier day counts from that day; a failure writes nothing at all', async () => {
  const applicationId = bench.register()
  await unwrap(saved(applicationId))
  bench.database.raw.exec(
    "create trigger broken before insert on rejection_file begin select raise(abort, 'disk'); end",
  )
  expect(() => bench.care.sign(bench.session, scan(applicationId))).toThrow('disk')
  expect(decisions()).toEqual([])
  expect(bench.journalRow(applicationId)?.consideration).toBe('')
  bench.database.raw.exec('drop trigger broken')
  await unwrap(bench.care.sign(bench.session, { ...scan(applicationId), decidedOn: '2026-11-19' }))
  expect(decisions()).toMatchObject([{ decided_at: '2026-11-19T05:00:00.000Z' }])
})

test('what was told the head stands in the heads’ list until it is answered', async () => {
  const applicationId = bench.register()
  await unwrap(bench.care.tellHead(bench.session, applicationId))
  const { read, write } = bench.database
  const attention = makeAttentionStore({ read, place: bench.accounts.place, recordingExpected: [], headReview: [] })
  expect(attention.abuseReports()).toMatchObject([
    { kind: 'abuseReported', subjectId: applicationId, receptionId: null, shortName: 'Петров П. П.', holdsDay: false },
  ])
  const { body, workplace, account } = bench.session
  write.run(
    write.build.insertInto('attention_note').values({
      ...{ subject_id: applicationId, kind: 'abuseReported', body_id: body.id, workplace_id: workplace.id },
      ...{ note: 'Поручено юристу', author_id: account.id, noted_at: '2026-11-20T02:00:00Z' },
    }),
  )
  expect(attention.abuseReports()).toEqual([])
})
