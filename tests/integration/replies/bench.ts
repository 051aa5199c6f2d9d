import { join } from 'node:path'
import { noteCancellation } from '../../../electron/applications/note-cancellation.ts'
import { makeCalendarDesk } from '../../../electron/calendar/calendar-desk.ts'
import { readAnswer } from '../../../electron/letters/read-answer.ts'
import { makeHeldNotices } from '../../../electron/notices/held-notices.ts'
import { makeNoticesCare } from '../../../electron/notices/notices-care.ts'
import { makeReceptionService } from '../../../electron/reception/reception-service.ts'
import { makeReceptionStore } from '../../../electron/reception/reception-store.ts'
import { makeTurns } from '../../../electron/reception/turns.ts'
import { makeRepliesCare, type RepliesCare } from '../../../electron/replies/replies-care.ts'
import { makeRefusalToCancel } from '../../../electron/terms/refusal-to-cancel.ts'
import type { ReplyVerdict } from '../../../shared/contract/replies.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { LetterKind } from '../../../shared/letters/letter-reading.ts'
import { order121 } from '../../fixtures/calendars.ts'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'
import { makeTestSender, serverOf } from '../../unit/electron/notices/notices-bench.ts'
import { regulation } from '../../unit/shared/reception/history-of.ts'

const resourcesDirectory = join(import.meta.dirname, '../../../resources')
const announce = () => undefined

/** From the notice to the judged answer on a real database, as the workstation puts it together; Friday 20.11.2026, 09:00. */
export async function openAnswersBench() {
  const stores = openStores()
  const mail = { isSilent: false }
  const monotonic = { ms: 1_000 }
  const clock = { nowMs: stores.clock.nowMs, monotonicMs: () => monotonic.ms }
  const place = stores.accounts.place
  const common = { ...stores.database, place, clock, eventLog: stores.eventLog, journal: stores.journalProjection }
  let care: RepliesCare | null = null
  const replies = () => {
    if (care === null) throw new Error('no answers yet')
    return care
  }
  const { terms, current } = await makeCalendarDesk({
    ...{ ...common, regulation: order121, resourcesDirectory, announce },
    mail: { unjudgedAnswers: id => replies().service.unjudgedAnswers(id), isSilent: () => mail.isSilent },
  })
  const held = makeHeldNotices(clock)
  const { sender, letters: sent } = makeTestSender()
  const notices = await makeNoticesCare({
    ...{ ...common, regulation: order121, resourcesDirectory, announce, calendar: current, sender },
    ...{ phone: () => '', isHeld: held.isHeld },
    log: { info: announce, warn: announce, error: (...told: unknown[]) => console.error(...told) },
  })
  await unwrap(notices.service.mail.saveServer(stores.session, serverOf(), true))
  const rows = makeReceptionStore({
    ...{ ...common, actor: () => stores.session.account.id },
    onCancelled: noteCancellation({ ...common, notices: notices.desk }),
  })
  const receptions = makeReceptionService({
    ...{ rows, regulation, movesTo: stores.moves.movesTo, links: stores.links, inTurn: makeTurns(), announce, clock },
    recordings: {
      begin: () => Promise.reject(new Error('nothing is recorded here')),
      continueFor: () => Promise.reject(new Error('nothing is recorded here')),
      finish: async () => undefined,
      ...{ mark: announce, documentInterval: announce },
    },
    ...{ holdForAbuse: announce, roomInReceptions: () => 100, onOpenChanged: announce },
    helpCards: {
      source: 'x',
      devices: { android: 'а', iphone: 'и', computer: 'к' },
      topics: { sound: 'з', camera: 'к', screen: 'э', document: 'д' },
      cards: [],
    },
    refusalToCancel: makeRefusalToCancel({ terms, refreshMail: () => replies().service.refresh() }),
  })
  care = makeRepliesCare({
    ...{ ...common, readAnswer, regulation: order121, calendar: current, announce },
    ...{ cancelByCitizen: receptions.cancelByCitizen, takeBackCancellation: receptions.takeBackCancellation },
    ...{ notices: notices.desk, held, subjects: notices.subjects },
    log: { error: (facts, message) => console.error(facts, message) },
  })
  const { service } = care
  const send = async () => {
    notices.desk.sendSoon()
    await notices.outbox.idle()
  }
  return {
    ...{ ...stores, terms, receptions, rows, notices, mail, monotonic, sent, service, send },
    /** An application with its notice formed and sent; answers what an answer needs. */
    async noticed({ email = 'zimin@example.ru', familyName = 'Зимин', at = '2026-11-30T09:00:00+07:00' } = {}) {
      const fields = { receivedOn: '2026-11-20', email, familyName }
      const made = stores.applications.create(registrationOf(stores.session, fields, at))
      const order = { applicationId: made.applicationId, receptionId: made.receptionId, attachments: [] }
      const formed = notices.desk.form({ ...order, kind: 'appointment', authorId: stores.session.account.id })
      if (formed === 'noAddress') throw new Error('no address')
      await send()
      return { ...made, messageId: formed.messageId }
    },
    answer(
      text: string,
      {
        from = 'zimin@example.ru',
        subject = 'Re: Приём',
        more = [] as string[],
        receivedAt = '2026-11-20T02:10:00.000Z',
        kind = 'reply' as LetterKind,
        source = 'mail' as 'mail' | 'file',
      } = {},
    ): string {
      const raw = letter({ from: `Citizen <${from}>`, subject, more }, part(text))
      return storeLetter(stores.database, place(), { raw, kind, receivedAt, source })
    },
    list: async () => unwrap(service.list(stores.session)),
    judge: (
      letterId: string,
      verdict: ReplyVerdict,
      applicationId: string | null,
      note = '',
      receivedAt: string | null = null,
    ) => service.judge(stores.session, { letterId, verdict, applicationId, note, receivedAt }),
    async cancel(receptionId: string, reason: 'refused' | 'notConfirmed') {
      const { card } = await unwrap(receptions.detail(stores.session, receptionId))
      return receptions.act(stores.session, {
        ...{ receptionId, expectedSequence: card.state.nextSequence, action: { kind: 'cancelled', reason } },
        ...{ occurredAt: null, source: 'hand' },
      })
    },
    journalRow: (applicationId: string) =>
      stores.database.raw
        .prepare('select consideration, result, outcome from journal_row where application_id = ?')
        .get(applicationId),
    rowsOf: (sql: string) => stores.database.raw.prepare(sql).all(),
    async end() {
      await notices.close()
      stores.close()
    },
  }
}
export type AnswersBench = Awaited<ReturnType<typeof openAnswersBench>>
