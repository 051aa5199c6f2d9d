import type { EarlierReception } from '../../shared/contract/receptions.ts'
import type { OutcomeCode } from '../../shared/reception/event.ts'
import { samePersonKey } from '../../shared/text/person-key.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb } from '../database/handles.ts'

/** What the same person came with before: name and date of birth are the same (п. 2.7, repeated applications). */
export type EarlierReceptions = (receptionId: string) => readonly EarlierReception[]

interface PersonRow {
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}
type Row = PersonRow & {
  readonly id: string
  readonly appointed_at: string
  readonly journal_number: number
  readonly step: 'closed' | 'cancelled' | 'moved'
  readonly outcome: OutcomeCode | null
  readonly topic: string
  readonly result: string
}

const shown = 20

export function makeEarlierReceptions({ read, place }: { read: ReadDb; place: () => Place }): EarlierReceptions {
  const person = read.prepareRead<PersonRow & { birth_date: string; appointed_at: string }>(`
    select family_name, given_name, patronymic, birth_date, appointed_at
      from reception join application on application.id = reception.application_id where reception.id = ?`)
  // The row of the journal speaks of the last reception of an application, the moves of those before it.
  const before = read.prepareRead<Row>(`
    select reception.id, reception.appointed_at, reception.step, application.journal_number,
        application.family_name, application.given_name, application.patronymic,
        coalesce(row.corrected_topic, row.topic) as topic,
        case when row.reception_id = reception.id then row.outcome end as outcome,
        case when row.reception_id = reception.id then coalesce(row.corrected_result, row.result)
          else coalesce(reception_move.result_text, '') end as result
      from application
      join reception on reception.application_id = application.id
      join journal_row as row on row.application_id = application.id
      left join reception_move on reception_move.from_reception_id = reception.id
      where application.body_id = ? and application.birth_date = ? and reception.id <> ?
        and reception.appointed_at < ? and reception.step in ('closed', 'cancelled', 'moved')
      order by reception.appointed_at desc`)
  return receptionId => {
    const who = person.first(receptionId)
    if (!who) return []
    const name = keyOf(who)
    return before
      .all(place().bodyId, who.birth_date, receptionId, who.appointed_at)
      .filter(row => keyOf(row) === name)
      .slice(0, shown)
      .map(row => ({
        receptionId: row.id,
        appointedAt: row.appointed_at,
        journalNumber: row.journal_number,
        step: row.step,
        outcome: row.outcome,
        topic: row.topic,
        resultText: row.result,
      }))
  }
}

const keyOf = ({ family_name, given_name, patronymic }: PersonRow): string =>
  samePersonKey({ familyName: family_name, givenName: given_name, patronymic })
