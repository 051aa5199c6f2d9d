import type { Selectable } from 'kysely'
import { missingFields } from '../../shared/applications/registration-fields.ts'
import type { CaseLine } from '../../shared/contract/cases.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { unanswered } from '../day/unanswered.ts'
import { matchExpression } from '../journal/search-text.ts'
import { letterIsOver, lettersWithActs } from '../mailroom/letter-store.ts'
import { applicationsCancelledUntold, untoldCancellationAt } from '../terms/untold-cancellation.ts'
import { fullNameOfRow, knownFields } from './application-row.ts'

/** An application as a line shows it, with the reception that stands. */
export type CaseRow = Selectable<ApplicationTable> & {
  readonly annulled: 0 | 1
  readonly shown_topic: string
  readonly step: ReceptionStepName | null
  readonly appointed_at: string | null
  readonly lacks_written_reply: 0 | 1
  readonly untold_cancellation_at: string | null
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
   * due, a notice in the outbox, a cancellation nobody told of.
   */
  stillWaiting(): readonly CaseRow[]
  /**
   * Everything but these, the newest first; with a search only what it finds. Without one both are read in the order of
   * an index, as far as the page reaches: years of them are never sorted.
   */
  over(ask: OverAsk, page: { offset: number; limit: number }): readonly OverRow[]
  countOver(ask: OverAsk): number
  /** Which of these the words find: applications by name, topic or number, letters by who wrote, address or subject. */
  found(text: string, among: FoundAmong): ReadonlySet<string>
}

export interface OverAsk {
  /** Applications that are not over. */
  readonly openIds: readonly string[]
  /** null: no search. */
  readonly text: string | null
}

export interface FoundAmong {
  readonly applicationIds: readonly string[]
  readonly letterIds: readonly string[]
}

const noReplyNoted = unanswered('reception.id', 'writtenReply')
const lacksReply = `exists (select 1 from written_reply as due where due.reception_id = reception.id and ${noReplyNoted})`
const lines = `
  select application.*, row.annulled, coalesce(row.corrected_topic, row.topic) as shown_topic, reception.step,
      reception.appointed_at, ${lacksReply} as lacks_written_reply,
      ${untoldCancellationAt} as untold_cancellation_at
    from journal_row as row
    join application on application.id = row.application_id
    left join reception on reception.id = row.reception_id`
interface DatedRow {
  readonly id: string
  readonly at: string
}

interface Count {
  readonly n: number
}

const isListed = 'in (select value from json_each(?))'
const rowSaid = 'row.row_id in (select rowid from journal_search where journal_search match ?)'
const letterSaid = `letter.id in (select searched.letter_id
  from letter_search join letter_searched as searched on searched.row_id = letter_search.rowid
  where letter_search match ?)`

export function makeCaseRows({ write, place }: { write: WriteDb; place: () => Place }): CaseRows {
  // Through the writer: a decision is shown as soon as it is written.
  const asked = write.prepareRead<CaseRow>(`${lines} where row.application_id ${isListed}`)
  const still = write.prepareRead<CaseRow>(`${lines} where row.application_id in (
    select reception.application_id from reception where reception.body_id = ? and reception.step in ('waiting',
        'notifying', 'identifying', 'consulting', 'connectionLost', 'fault', 'closing')
    union select reception.application_id from written_reply as due join reception on reception.id = due.reception_id
      where due.body_id = ? and ${noReplyNoted}
    union select notice.application_id from notice_open join notice on notice.id = notice_open.notice_id
      where notice_open.body_id = ?
    union ${applicationsCancelledUntold})`)
  const foundRows = write.prepareRead<{ id: string }>(`
    select row.application_id as id from journal_row as row
      where row.body_id = ? and row.application_id ${isListed} and ${rowSaid}`)
  const foundLetters = write.prepareRead<{ id: string }>(
    `select letter.id from letter where letter.body_id = ? and letter.id ${isListed} and ${letterSaid}`,
  )
  const counted = write.prepareRead<Count>('select count(*) as n from journal_row where body_id = ?')
  const countedSaid = write.prepareRead<Count>(`
    select count(*) as n from journal_row as row
      where row.body_id = ? and row.application_id not ${isListed} and ${rowSaid}`)
  const letterCount = (condition: string) =>
    write.prepareRead<Count>(
      `select count(*) as n from ${lettersWithActs} where letter.body_id = ? and ${letterIsOver} ${condition}`,
    )
  const countedLetters = letterCount('')
  const countedLettersSaid = letterCount(`and ${letterSaid}`)
  const newest = (condition: string) =>
    write.prepareRead<DatedRow>(`
      select row.application_id as id, application.registered_at as at
        from journal_row as row join application on application.id = row.application_id
        where row.body_id = ? and row.application_id not ${isListed} ${condition}
        order by row.journal_year desc, row.journal_number desc limit ?`)
  const newestOnes = newest('')
  const newestSaid = newest(`and ${rowSaid}`)
  const newestLetters = (condition: string) =>
    write.prepareRead<DatedRow>(`
      select letter.id, letter.received_at as at from ${lettersWithActs}
        where letter.body_id = ? and ${letterIsOver} ${condition} order by letter.received_at desc limit ?`)
  const lettersOfAll = newestLetters('')
  const lettersSaid = newestLetters(`and ${letterSaid}`)

  return {
    of: ids => (ids.length === 0 ? [] : asked.all(JSON.stringify(ids))),
    stillWaiting: () => still.all(...Array.from({ length: 4 }, () => place().bodyId)),
    over({ openIds, text }, { offset, limit }) {
      const match = text === null ? null : matchExpression(text)
      if (limit <= 0 || (text !== null && match === null)) return []
      const { bodyId } = place()
      const most = offset + limit
      const open = JSON.stringify(openIds)
      const applications =
        match === null ? newestOnes.all(bodyId, open, most) : newestSaid.all(bodyId, open, match, most)
      const letters = match === null ? lettersOfAll.all(bodyId, most) : lettersSaid.all(bodyId, match, most)
      return [
        ...applications.map(row => ({ ...row, kind: 'application' as const })),
        ...letters.map(row => ({ ...row, kind: 'letter' as const })),
      ]
        .sort((one, other) => other.at.localeCompare(one.at))
        .slice(offset, most)
    },
    countOver({ openIds, text }) {
      const { bodyId } = place()
      if (text === null) {
        return (counted.first(bodyId)?.n ?? 0) - openIds.length + (countedLetters.first(bodyId)?.n ?? 0)
      }
      const match = matchExpression(text)
      if (match === null) return 0
      const applications = countedSaid.first(bodyId, JSON.stringify(openIds), match)?.n ?? 0
      return applications + (countedLettersSaid.first(bodyId, match)?.n ?? 0)
    },
    found(text, { applicationIds, letterIds }) {
      const match = matchExpression(text)
      if (match === null) return new Set()
      const { bodyId } = place()
      const applications = foundRows.all(bodyId, JSON.stringify(applicationIds), match)
      const letters = foundLetters.all(bodyId, JSON.stringify(letterIds), match)
      return new Set([...applications, ...letters].map(({ id }) => id))
    },
  }
}

/** What of a line stands in its own row. */
export const lineOfRow = (row: CaseRow): Omit<CaseLine, 'group' | 'step' | 'pressing'> => ({
  ...{ kind: 'application', id: row.id, journalNumber: row.journal_number, name: shortName(fullNameOfRow(row)) },
  ...{ topic: row.shown_topic, receivedOn: row.received_on, appointedAt: row.appointed_at },
  missing: row.annulled === 1 ? [] : missingFields(knownFields(row)),
  isRepeated: row.previous_application_id !== null,
})
