import type { CorrectableColumn, JournalLook, JournalReception } from '../../shared/contract/journal.ts'
import type { ReceptionEvent } from '../../shared/reception/event.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { ReadDb } from '../database/handles.ts'
import { columnOf } from './corrected-text.ts'

/** What stands behind a row of the journal. */
export interface JournalHistory {
  /** By the appointed time, moved ones too. */
  receptionsOf(applicationId: string): JournalReception[]
  /** The texts as they were written first; null for an unknown application. */
  writtenFirst(applicationId: string): Record<CorrectableColumn, string> | null
  /**
   * Accounts to whom the row belongs: the specialists of its receptions and whoever stood in for them and acted there;
   * without a reception the registrar.
   */
  ownersOf(applicationId: string): readonly string[]
  /** Who opened the row, from the event log, newest first. */
  looksOf(applicationId: string): readonly JournalLook[]
  /** Short names by account. */
  names(accountIds: Iterable<string>): Record<string, string>
}

const mostLooks = 200

export interface JournalHistoryDeps {
  readonly read: ReadDb
  readonly eventsOf: (receptionId: string) => readonly ReceptionEvent[]
  /** Oldest first. */
  readonly recordingsOf: (receptionId: string) => JournalReception['recordings']
}

export function makeJournalHistory({ read, eventsOf, recordingsOf }: JournalHistoryDeps): JournalHistory {
  const receptionRows = (applicationId: string) =>
    read.all(
      read.select
        .selectFrom('reception')
        .innerJoin('account', 'account.id', 'reception.specialist_id')
        .select(['reception.id', 'reception.appointed_at', 'reception.step', 'reception.specialist_id'])
        .select('account.full_name')
        .where('reception.application_id', '=', applicationId)
        .orderBy('reception.appointed_at')
        .orderBy('reception.created_at'),
    )

  const looks = read.prepareRead<{ at: string; full_name: string | null }>(`
    select e.at, a.full_name from event_log as e left join account as a on a.id = e.account_id
    where json_extract(e.objects, '$.applicationId') = ? and e.kind = 'journalRowViewed'
    order by e.at desc, e.sequence desc limit ${mostLooks}`)

  return {
    looksOf: applicationId =>
      looks.all(applicationId).map(({ at, full_name: fullName }) => ({
        at,
        name: fullName === null ? 'Программа' : shortName(fullName),
      })),
    receptionsOf: applicationId =>
      receptionRows(applicationId).map(row => ({
        id: row.id,
        appointedAt: row.appointed_at,
        specialistName: row.full_name,
        step: row.step,
        events: [...eventsOf(row.id)],
        recordings: recordingsOf(row.id),
      })),
    writtenFirst(applicationId) {
      const row = read.first(
        read.select.selectFrom('journal_row').selectAll().where('application_id', '=', applicationId),
      )
      if (!row) return null
      return {
        fullName: row[columnOf.fullName.written],
        topic: row[columnOf.topic.written],
        specialistName: row[columnOf.specialistName.written],
        result: row[columnOf.result.written],
      }
    },
    ownersOf(applicationId) {
      const owners = receptionRows(applicationId).flatMap(row => [
        row.specialist_id,
        ...eventsOf(row.id).map(({ authorId }) => authorId),
      ])
      if (owners.length > 0) return [...new Set(owners)]
      const application = read.first(
        read.select.selectFrom('application').select('registrar_id').where('id', '=', applicationId),
      )
      return application ? [application.registrar_id] : []
    },
    names(accountIds) {
      const ids = [...new Set(accountIds)]
      if (ids.length === 0) return {}
      const rows = read.all(read.select.selectFrom('account').select(['id', 'full_name']).where('id', 'in', ids))
      return Object.fromEntries(rows.map(row => [row.id, shortName(row.full_name)]))
    },
  }
}
