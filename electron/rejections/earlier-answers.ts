import type { OutcomeCode } from '../../shared/reception/event.ts'
import { outcomeAnswers } from '../../shared/rejections/answered.ts'
import { formatLocalDate } from '../../shared/text/date-time.ts'
import { samePersonKey } from '../../shared/text/person-key.ts'
import type { ReadDb } from '../database/handles.ts'
import type { RejectedApplication } from './rejection-row.ts'

export interface EarlierAnswer {
  /** Of the application. */
  readonly id: string
  readonly text: string
}

interface EarlierRow {
  readonly id: string
  readonly journal_number: number
  readonly received_on: string
  readonly topic: string
  readonly reception_date: string | null
  readonly outcome: OutcomeCode | null
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}

const shown = 20

/**
 * Applications of the same person (name and date of birth) that were registered before and answered in a reception, newest
 * first: what ground 4 of п. 2.7 can point to. Without a date of birth nobody is taken for the same person.
 */
export function earlierAnswers(
  read: ReadDb,
  bodyId: string,
  { applicationId, familyName, givenName, patronymic, birthDate, registeredAt }: RejectedApplication,
): EarlierAnswer[] {
  if (birthDate === null) return []
  const name = samePersonKey({ familyName, givenName, patronymic })
  return read
    .prepareRead<EarlierRow>(sql)
    .all(bodyId, birthDate, applicationId, registeredAt)
    .filter(
      row =>
        samePersonKey({ familyName: row.family_name, givenName: row.given_name, patronymic: row.patronymic }) === name,
    )
    .slice(0, shown)
    .map(row => ({ id: row.id, text: textOf(row) }))
}

const answers = outcomeAnswers.map(code => `'${code}'`).join(', ')
const sql = `
  select application.id, application.journal_number, application.received_on, application.topic,
      journal_row.reception_date, journal_row.outcome,
      application.family_name, application.given_name, application.patronymic
    from application join journal_row on journal_row.application_id = application.id
    where application.body_id = ? and application.birth_date = ? and application.id <> ?
      and application.registered_at <= ? and journal_row.outcome in (${answers})
    order by application.registered_at desc`

function textOf({ journal_number: number, received_on: receivedOn, topic, reception_date: day }: EarlierRow): string {
  const reception = day === null ? '' : `, личный прием ${formatLocalDate(day)}`
  return `заявка № ${number} от ${formatLocalDate(receivedOn)} («${topic}»)${reception}`
}
