import { randomUUID } from 'node:crypto'
import { checkFields } from '../../shared/applications/check-fields.ts'
import type { RegistrationFields } from '../../shared/applications/registration-fields.ts'
import { guessTopic, type Topic } from '../../shared/applications/topics.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { NewRegistration } from '../../shared/contract/application-list.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { fullPersonName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { nameOf, registeredRow } from './application-row.ts'
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
  readonly announce: (announcement: Announcement) => void
}

/**
 * Registers an application without a reception in one action (п. 2.4): number, application, both consents, journal row,
 * event log and, where it came by a letter, that the letter is handled. All of it or nothing; a letter once.
 */
export type Registering = (
  who: Session,
  registration: NewRegistration,
) => Reply<{ applicationId: string; journalNumber: number }>

interface Letter {
  readonly receivedAt: string
  readonly registeredAs: number | null
  readonly lastAct: 'setAside' | 'takenBack' | 'handled' | null
}

export function makeRegistering(deps: RegisteringDeps): Registering {
  const { write, place, clock, eventLog, journal, topics } = deps
  const nextNumber = makeJournalNumbers(write)
  const consents = makeConsentStore(deps)
  const letterOf = write.prepareRead<{ received_at: string; journal_number: number | null; act: Letter['lastAct'] }>(`
    select letter.received_at, application.journal_number,
        (select kind from letter_act where letter_act.letter_id = letter.id order by rowid desc limit 1) as act
      from letter left join application on application.letter_id = letter.id
      where letter.id = ? and letter.body_id = ?`)

  function letter(letterId: string): Letter | null {
    const row = letterOf.first(letterId, place().bodyId)
    return row ? { receivedAt: row.received_at, registeredAs: row.journal_number, lastAct: row.act } : null
  }

  /** Within the transaction. */
  function record(who: Session, fields: RegistrationFields, letterId: string | null, receivedAt: string | null) {
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
        ...{ registered_at: at, registrar_id: authorId, received_at: receivedAt, letter_id: letterId },
        topic_id: guessTopic(fields.topic, topics)?.id ?? null,
      }),
    )
    consents.addBoth(applicationId, {
      ...{ personalData: fields.consentPersonalData, video: fields.consentVideo, wording: '' },
      ...{ occurredAt: receivedAt ?? at, letterId, authorId },
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
    eventLog.append({ accountId: authorId, kind: 'applicationRegistered', objects: { applicationId }, result: 'done' })
    return { applicationId, journalNumber: number.journal_number }
  }

  return (who, { letterId, fields: entered }) => {
    const { timeZone } = who.body
    const checked = checkFields(entered, { today: localDate(clock.nowMs(), timeZone), timeZone })
    if (Object.keys(checked.faults).length > 0) {
      const faults = Object.entries(checked.faults).map(([name, text]) => [`fields.${name}`, text])
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', Object.fromEntries(faults))
    }
    const answer = write.transaction(() => {
      if (letterId === null) return done(record(who, checked.fields, null, null))
      const from = letter(letterId)
      if (from === null) return refused('notFound', 'Такого письма нет. Обновите список писем.')
      if (from.registeredAs !== null) {
        return refused('stale', `Это письмо уже зарегистрировано: № ${from.registeredAs} в журнале. Второй записи нет.`)
      }
      if (from.lastAct === 'setAside' || from.lastAct === 'handled') {
        return refused('stale', 'Это письмо уже отложено или разобрано. Верните его в новые, если оно всё же заявка.')
      }
      const receivedOn = localDate(from.receivedAt, timeZone)
      return done(record(who, { ...checked.fields, receivedOn, channel: 'widget' }, letterId, from.receivedAt))
    })
    if (answer.ok) deps.announce({ kind: 'journalChanged' })
    return answer
  }
}
