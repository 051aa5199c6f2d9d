import type { Selectable } from 'kysely'
import { missingFields } from '../../shared/applications/registration-fields.ts'
import type { CaseLine } from '../../shared/contract/cases.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { matchExpression } from '../journal/search-text.ts'
import { letterIsOver, lettersWithActs } from '../mailroom/letter-store.ts'
import { fullNameOfRow, knownFields } from './application-row.ts'

/** An application as a line shows it, with the reception that stands. */
export type CaseRow = Selectable<ApplicationTable> & {
  readonly annulled: 0 | 1
  readonly shown_topic: string
  readonly step: ReceptionStepName | null
  readonly appointed_at: string | null
  readonly lacks_written_reply: 0 | 1
}

/** A case nothing waits for. */
export interface OverRow {
  readonly kind: 'application' | 'letter'
  readonly id: string
}

/** What the cases of «Заявки» read: each of them one query, however many cases there are. */
export interface CaseRows {
  /** Of these applications. */
  of(ids: readonly string[]): readonly CaseRow[]
  /**
   * Applications no term runs of that may still wait for something: a reception that goes on, a written reply that is
   * due, a notice in the outbox.
   */
  stillWaiting(): readonly CaseRow[]
  /** Everything but these, the newest first; `among`: only applications that match a search, and these letters. */
  over(ask: OverAsk, page: { offset: number; limit: number }): readonly OverRow[]
  countOver(ask: OverAsk): number
  /** Applications whose name, topic or number hold these words. */
  matching(text: string): ReadonlySet<string>
  /** Letters that are over, the newest first. */
  overLetterIds(limit: number): readonly string[]
}

export interface OverAsk {
  readonly openIds: readonly string[]
  readonly among: { readonly applications: ReadonlySet<string>; readonly letters: ReadonlySet<string> } | null
}

const lacksReply = `exists (select 1 from written_reply as due where due.reception_id = reception.id
  and not exists (select 1 from attention_note as note
    where note.subject_id = reception.id and note.kind = 'writtenReply'))`
const lines = `
  select application.*, row.annulled, coalesce(row.corrected_topic, row.topic) as shown_topic, reception.step,
      reception.appointed_at, ${lacksReply} as lacks_written_reply
    from journal_row as row
    join application on application.id = row.application_id
    left join reception on reception.id = row.reception_id`
const isListed = 'in (select value from json_each(?))'
/** Where nothing is searched for, the second list of each is not asked. */
const overOnes = `
  select 'application' as kind, application.id, application.registered_at as at, application.journal_number as tie
    from journal_row as row join application on application.id = row.application_id
    where row.body_id = ? and application.id not ${isListed} and (? or application.id ${isListed})
  union all
  select 'letter', letter.id, letter.received_at, letter.rowid from ${lettersWithActs}
    where letter.body_id = ? and ${letterIsOver} and (? or letter.id ${isListed})`

export function makeCaseRows({ write, place }: { write: WriteDb; place: () => Place }): CaseRows {
  // Through the writer: a decision is shown as soon as it is written.
  const asked = write.prepareRead<CaseRow>(`${lines} where row.application_id ${isListed}`)
  const still = write.prepareRead<CaseRow>(`${lines} where row.application_id in (
    select reception.application_id from reception where reception.body_id = ? and reception.step in ('waiting',
        'notifying', 'identifying', 'consulting', 'connectionLost', 'fault', 'closing')
    union select reception.application_id from written_reply as due join reception on reception.id = due.reception_id
      where due.body_id = ? and not exists (select 1 from attention_note as note
        where note.subject_id = reception.id and note.kind = 'writtenReply')
    union select notice.application_id from notice_open join notice on notice.id = notice_open.notice_id
      where notice_open.body_id = ?)`)
  const found = write.prepareRead<{ application_id: string }>(`
    select application_id from journal_row
      where body_id = ? and row_id in (select rowid from journal_search where journal_search match ?)`)
  const counted = write.prepareRead<{ n: number }>(`select count(*) as n from (${overOnes})`)
  const paged = write.prepareRead<OverRow>(
    `select kind, id from (${overOnes}) order by at desc, tie desc limit ? offset ?`,
  )
  const overLetters = write.prepareRead<{ id: string }>(`
    select letter.id from ${lettersWithActs} where letter.body_id = ? and ${letterIsOver}
      order by letter.received_at desc limit ?`)

  const valuesOf = ({ openIds, among }: OverAsk) => {
    const { bodyId } = place()
    const isAll = among === null ? 1 : 0
    return [
      ...[bodyId, JSON.stringify(openIds), isAll, JSON.stringify([...(among?.applications ?? [])])],
      ...[bodyId, isAll, JSON.stringify([...(among?.letters ?? [])])],
    ]
  }
  return {
    of: ids => (ids.length === 0 ? [] : asked.all(JSON.stringify(ids))),
    stillWaiting: () => still.all(place().bodyId, place().bodyId, place().bodyId),
    over: (ask, { offset, limit }) => (limit <= 0 ? [] : paged.all(...valuesOf(ask), limit, offset)),
    countOver: ask => counted.first(...valuesOf(ask))?.n ?? 0,
    matching(text) {
      const match = matchExpression(text)
      if (match === null) return new Set()
      return new Set(found.all(place().bodyId, match).map(({ application_id }) => application_id))
    },
    overLetterIds: limit => overLetters.all(place().bodyId, limit).map(({ id }) => id),
  }
}

/** What of a line stands in its own row. */
export const lineOfRow = (row: CaseRow): Omit<CaseLine, 'group' | 'step' | 'pressing'> => ({
  ...{ kind: 'application', id: row.id, journalNumber: row.journal_number, name: shortName(fullNameOfRow(row)) },
  ...{ topic: row.shown_topic, receivedOn: row.received_on, appointedAt: row.appointed_at },
  missing: row.annulled === 1 ? [] : missingFields(knownFields(row)),
  isRepeated: row.previous_application_id !== null,
})
