import {
  CorrectableColumn,
  type JournalCounts,
  type JournalFilter,
  type JournalRow,
} from '../../shared/contract/journal.ts'
import type { OutcomeCode } from '../../shared/reception/event.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb, SqlValue } from '../database/handles.ts'
import { columnOf } from './corrected-text.ts'
import { matchExpression } from './search-text.ts'

export interface JournalPage {
  readonly filter: JournalFilter
  readonly offset: number
  readonly limit: number
}

/** The journal of Annex 1. */
export interface JournalStore {
  /**
   * A window of rows and how many match in all. Newest day first (day of the latest reception, where there is none of
   * the receipt), inside a day the highest number first; `from` and `to` are days of the same kind, both included.
   */
  list(page: JournalPage): { total: number; rows: JournalRow[] }
  /** How many rows match, those struck through apart. */
  counts(filter: JournalFilter): JournalCounts
  /** The row of an application of this body; null for an unknown one. */
  row(applicationId: string): JournalRow | null
}

export interface JournalStoreDeps {
  readonly read: ReadDb
  readonly place: () => Place
  /** Outcomes that must have a recording, from the regulation: what `withoutRecording` looks for. */
  readonly recordingExpected: readonly OutcomeCode[]
}

/** Raw statements: this is the list that is scrolled. */
export function makeJournalStore({ read, place, recordingExpected }: JournalStoreDeps): JournalStore {
  function countOf(filter: JournalFilter): number {
    const match = matchExpression(filter.search)
    if (!match && filter.search.trim() !== '') return 0
    const { where, values } = conditionsOf(filter, place().bodyId, recordingExpected)
    if (!match) return read.prepareRead<{ n: number }>(countSql(where)).first(...values)?.n ?? 0
    return read.prepareRead<{ id: number }>(foundSql(where)).all(...values, match).length
  }

  return {
    list({ filter, offset, limit }) {
      const match = matchExpression(filter.search)
      // A search of signs only («№») finds nothing, an empty one is no search.
      if (!match && filter.search.trim() !== '') return { total: 0, rows: [] }
      const conditions = conditionsOf(filter, place().bodyId, recordingExpected)
      const { where, values } = conditions
      if (!match) {
        const shown = read.prepareRead<ShownRow>(pageSql(where)).all(...values, limit, offset)
        return { total: countOf(filter), rows: shown.map(asRow) }
      }
      // The hits are needed whole for their number: the page is cut out of the same pass.
      const found = read.prepareRead<{ id: number }>(foundSql(where)).all(...values, match)
      const shown = found.slice(offset, offset + limit).map(({ id }) => id)
      const rows = read.prepareRead<ShownRow>(shownSql).all(JSON.stringify(shown))
      return { total: found.length, rows: rows.map(asRow) }
    },
    counts(filter) {
      const { annulled } = filter
      const struck = countOf({ ...filter, annulled: true })
      return { standing: annulled === true ? 0 : countOf(filter) - struck, annulled: struck }
    },
    row(applicationId) {
      const row = read.prepareRead<ShownRow>(oneSql).first(place().bodyId, applicationId)
      return row ? asRow(row) : null
    },
  }
}

function conditionsOf(
  filter: JournalFilter,
  bodyId: string,
  recordingExpected: readonly OutcomeCode[],
): { where: string; values: SqlValue[] } {
  const parts = ['j.body_id = ?']
  const values: SqlValue[] = [bodyId]
  if (filter.from) {
    parts.push('j.day >= ?')
    values.push(filter.from)
  }
  if (filter.to) {
    parts.push('j.day <= ?')
    values.push(filter.to)
  }
  if (filter.outcomes.length > 0) {
    parts.push(`j.outcome in (${filter.outcomes.map(() => '?').join(', ')})`)
    values.push(...filter.outcomes)
  }
  if (filter.withoutResult) parts.push('j.has_result = 0')
  if (filter.withoutRecording) {
    // Expected by the outcome and never begun, or the citizen was connected and nothing watchable is there.
    const outcomes = recordingExpected.map(() => '?').join(', ')
    parts.push(`(j.recording_missing = 1 or (j.has_recording = 0 and j.outcome in (${outcomes})))`)
    values.push(...recordingExpected)
  }
  if (filter.annulled === true) parts.push(struckThrough)
  return { where: parts.join(' and '), values }
}

/** Few rows are: they are found by their own list, so that the index of the days alone still counts and pages. */
export const struckThrough = `j.row_id in (select row_id from journal_row where application_id in
  (select application_id from application_annulment))`

const order = 'j.day desc, j.journal_year desc, j.journal_number desc'
const correctable = CorrectableColumn.options.map(
  column => `coalesce(${columnOf[column].corrected}, ${columnOf[column].written}) as ${column}`,
)
const corrected = CorrectableColumn.options.map(
  column => `case when ${columnOf[column].corrected} is null then '' else '${column} ' end`,
)
const columns = `
  application_id as applicationId, journal_number as journalNumber, received_on as receivedOn, consideration,
  ${correctable.join(', ')}, ${corrected.join(' || ')} as corrected,
  reception_date as receptionDate, reception_id as receptionId, outcome, recording_id as recordingId, annulled`

/** As SQL answers it: the corrected columns as words. */
type ShownRow = Omit<JournalRow, 'corrected' | 'annulled'> & { readonly corrected: string; readonly annulled: 0 | 1 }
const asRow = ({ annulled, ...row }: ShownRow): JournalRow => ({
  ...row,
  ...(annulled === 1 ? { annulled: true } : {}),
  corrected: CorrectableColumn.options.filter(column => row.corrected.includes(`${column} `)),
})

/** The ids of a page come from the index alone; only the rows shown are read. */
const rowsOf = (ids: string): string => `
  select ${columns} from (${ids}) as shown join journal_row as j on j.row_id = shown.row_id order by ${order}`

const byDay = 'journal_row as j indexed by journal_row_by_day'

/** Exported for the query-plan test. */
export const countSql = (where: string): string => `select count(*) as n from ${byDay} where ${where}`

/** Exported for the query-plan test. */
export const pageSql = (where: string): string =>
  rowsOf(`select j.row_id from ${byDay} where ${where} order by ${order} limit ? offset ?`)

/** Exported for the query-plan test: walks the index in the order of the list, never the rows. */
export const foundSql = (where: string): string => `
  select j.row_id as id from ${byDay}
  where ${where} and j.row_id in (select rowid from journal_search where journal_search match ?)
  order by ${order}`

const oneSql = `select ${columns} from journal_row as j where j.body_id = ? and j.application_id = ?`
const shownSql = rowsOf('select value as row_id from json_each(?)')
