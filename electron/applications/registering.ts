import { randomUUID } from 'node:crypto'
import { checkFields } from '../../shared/applications/check-fields.ts'
import { faultOfReceiptDay } from '../../shared/applications/receipt-day.ts'
import { isUnreachable, nobodyNamed, type RegistrationFields } from '../../shared/applications/registration-fields.ts'
import { guessTopic, type Topic } from '../../shared/applications/topics.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { NewRegistration, Registered } from '../../shared/contract/application-list.ts'
import { Appointed } from '../../shared/contract/appointments.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { LetterReceiptSource, ReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { fullPersonName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { orNothing } from '../database/or-nothing.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { receiptSourceOfLetter } from '../mailroom/receipt-source-of-letter.ts'
import { nameOf, registeredRow } from './application-row.ts'
import type { Appointing } from './appointing.ts'
import { makeConsentStore } from './consent-store.ts'
import { makeJournalNumbers } from './journal-numbers.ts'

/** What the journal says where the application names no topic. */
export const unnamedTopic = 'Тематика не указана'

export interface RegisteringDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly topics: readonly Topic[]
  readonly appointing: Pick<Appointing, 'within' | 'told'>
  readonly announce: (announcement: Announcement) => void
}

/**
 * Registers an application in one action (п. 2.4): number, application, both consents, journal row, event log and, where it
 * came by a letter, that the letter is handled; with an appointment also everything that decision is. All of it or nothing;
 * a letter once.
 */
export type Registering = (who: Session, registration: NewRegistration) => Reply<Registered>

interface Letter {
  readonly receivedAt: string
  readonly receiptSource: LetterReceiptSource
  readonly storedAt: string
  readonly registeredAs: number | null
  readonly lastAct: 'setAside' | 'takenBack' | 'handled' | null
}

interface LetterRow {
  readonly received_at: string
  readonly receipt_source: LetterReceiptSource
  readonly stored_at: string
  readonly journal_number: number | null
  readonly act: Letter['lastAct']
}

interface RequestRow {
  readonly application_id: string
  readonly journal_number: number
  readonly registrar_id: string
  readonly appointed: string | null
}

/** When an application was received. */
interface Receipt {
  /** Instant; null where only a person named the day. */
  readonly at: string | null
  readonly source: ReceiptSource
  /** The letter's own day that a person put right, and why. */
  readonly corrected: { readonly before: string; readonly reason: string } | null
}
const byPerson: Receipt = { at: null, source: 'person', corrected: null }

export function makeRegistering(deps: RegisteringDeps): Registering {
  const { write, place, clock, eventLog, journal, topics } = deps
  const nextNumber = makeJournalNumbers(write)
  const consents = makeConsentStore(deps)
  const letterOf = write.prepareRead<LetterRow>(`
    select letter.received_at, ${receiptSourceOfLetter} as receipt_source, letter.stored_at, application.journal_number,
        (select kind from letter_act where letter_act.letter_id = letter.id order by rowid desc limit 1) as act
      from letter left join letter_receipt on letter_receipt.letter_id = letter.id
      left join application on application.letter_id = letter.id
      where letter.id = ? and letter.body_id = ?`)

  const asked = write.prepareRead<RequestRow>(`
    select request.application_id, application.journal_number, application.registrar_id, request.appointed
      from registration_request as request join application on application.id = request.application_id
      where request.request_id = ?`)

  /** What the same form was answered with before; null where it is new. */
  function answeredBefore(who: Session, requestId: string): Reply<Registered> | null {
    const row = asked.first(requestId)
    if (!row) return null
    if (row.registrar_id !== who.account.id) {
      return refused('stale', 'Эту форму уже отправил другой сотрудник. Ничего не записано.')
    }
    const { application_id: applicationId, journal_number: journalNumber, appointed } = row
    const answered = appointed === null ? null : Appointed.parse(JSON.parse(appointed))
    return done({ applicationId, journalNumber, appointed: answered })
  }

  function letter(letterId: string): Letter | null {
    const row = letterOf.first(letterId, place().bodyId)
    if (!row) return null
    const { received_at: receivedAt, receipt_source: receiptSource, stored_at: storedAt } = row
    return { receivedAt, receiptSource, storedAt, registeredAs: row.journal_number, lastAct: row.act }
  }

  /** Within the transaction. */
  function record(who: Session, fields: RegistrationFields, letterId: string | null, receipt: Receipt) {
    const { bodyId, workplaceId, timeZone } = place()
    const at = new Date(clock.nowMs()).toISOString()
    const year = Number(localDate(at, timeZone).slice(0, 4))
    const owner = { body_id: bodyId, workplace_id: workplaceId }
    const number = { journal_year: year, journal_number: nextNumber(bodyId, year) }
    const applicationId = randomUUID()
    const authorId = who.account.id
    const topic = fields.topic === '' ? unnamedTopic : fields.topic
    write.run(
      write.build.insertInto('application').values({
        ...{ id: applicationId, ...owner, ...number, ...registeredRow(fields) },
        ...{ registered_at: at, registrar_id: authorId, received_at: receipt.at, letter_id: letterId },
        received_source: receipt.source,
        topic_id: guessTopic(fields.topic, topics)?.id ?? null,
      }),
    )
    consents.addBoth(applicationId, {
      ...{ personalData: fields.consentPersonalData, video: fields.consentVideo, wording: '' },
      ...{ occurredAt: receipt.at ?? at, letterId, authorId },
    })
    journal.insert({
      ...{ application_id: applicationId, ...owner, ...number, received_on: fields.receivedOn },
      ...{ full_name: fullPersonName(nameOf(fields)), topic, consideration: '', specialist_name: '', result: '' },
      ...{ reception_id: null, reception_date: null, outcome: null, recording_id: null },
    })
    if (letterId !== null) {
      write.run(
        write.build.insertInto('letter_act').values({
          ...{ id: randomUUID(), ...owner, letter_id: letterId, kind: 'handled' },
          ...{ reason: `Зарегистрирована под № ${number.journal_number}`, author_id: authorId, at },
        }),
      )
    }
    if (receipt.corrected !== null) {
      const { before, reason } = receipt.corrected
      write.run(
        write.build.insertInto('receipt_correction').values({
          ...{ id: randomUUID(), ...owner, application_id: applicationId, author_id: authorId, at },
          ...{ received_before: before, received_after: fields.receivedOn, reason },
        }),
      )
      const line = { accountId: authorId, objects: { applicationId }, result: 'done' } as const
      eventLog.append({ kind: 'receiptCorrected', ...line })
    }
    eventLog.append({ accountId: authorId, kind: 'applicationRegistered', objects: { applicationId }, result: 'done' })
    return { applicationId, journalNumber: number.journal_number }
  }

  /** Within the transaction. */
  function register(who: Session, { letterId, receiptReason = '' }: NewRegistration, fields: RegistrationFields) {
    const { timeZone } = who.body
    if (letterId === null) return done(record(who, fields, null, byPerson))
    const from = letter(letterId)
    if (from === null) return refused('notFound', 'Такого письма нет. Обновите список писем.')
    if (from.registeredAs !== null) {
      return refused('stale', `Это письмо уже зарегистрировано: № ${from.registeredAs} в журнале. Второй записи нет.`)
    }
    if (from.lastAct === 'setAside' || from.lastAct === 'handled') {
      return refused('stale', 'Это письмо уже отложено или разобрано. Верните его в новые, если оно всё же заявка.')
    }
    const ofLetter = from.receiptSource === 'taken' ? null : localDate(from.receivedAt, timeZone)
    // The letter's own day counts, unless a person says why not; where nobody knows it, the person's.
    const isOwn = ofLetter !== null && (receiptReason === '' || fields.receivedOn === ofLetter)
    const receivedOn = isOwn ? ofLetter : fields.receivedOn
    const fault = isOwn ? null : faultOfReceiptDay(receivedOn, localDate(from.storedAt, timeZone))
    if (fault !== null) {
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { 'fields.receivedOn': fault })
    }
    const receipt: Receipt = isOwn
      ? { at: from.receivedAt, source: from.receiptSource, corrected: null }
      : { ...byPerson, corrected: ofLetter === null ? null : { before: ofLetter, reason: receiptReason } }
    return done(record(who, { ...fields, receivedOn, channel: 'widget' }, letterId, receipt))
  }

  return (who, registration) => {
    const { letterId, fields: entered, appointment = null, requestId } = registration
    const before = requestId === undefined ? null : answeredBefore(who, requestId)
    if (before !== null) return before
    const { timeZone } = who.body
    const checked = checkFields(entered, { today: localDate(clock.nowMs(), timeZone), timeZone })
    if (Object.keys(checked.faults).length > 0) {
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', prefixed('fields', checked.faults))
    }
    if (letterId === null && isUnreachable(checked.fields)) {
      return refused('refusedByRule', `${nobodyNamed} Ничего не записано.`, { 'fields.familyName': nobodyNamed })
    }
    const answer = orNothing(write, (): Reply<Registered> => {
      const made = whole()
      if (made.ok && requestId !== undefined) {
        const { applicationId, appointed } = made.value
        write.run(
          write.build.insertInto('registration_request').values({
            ...{ request_id: requestId, application_id: applicationId },
            appointed: appointed === null ? null : JSON.stringify(appointed),
          }),
        )
      }
      return made
    })
    function whole(): Reply<Registered> {
      const registered = register(who, registration, checked.fields)
      if (!registered.ok) return registered
      if (appointment === null) return done({ ...registered.value, appointed: null })
      const { applicationId } = registered.value
      const appointed = deps.appointing.within(who, { ...appointment, applicationId })
      if (appointed.ok) return done({ ...registered.value, appointed: appointed.value })
      const fields = appointed.fault.fields && prefixed('appointment', appointed.fault.fields)
      return refused(appointed.fault.code, `Заявка не зарегистрирована. ${appointed.fault.hint}`, fields)
    }
    if (!answer.ok) return answer
    if (answer.value.appointed !== null) deps.appointing.told(answer.value.appointed)
    else deps.announce({ kind: 'journalChanged' })
    return answer
  }
}

const prefixed = (group: string, faults: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([name, text]) => [`${group}.${name}`, text]))
