import { randomUUID } from 'node:crypto'
import type { Session } from '../../shared/contract/accounts.ts'
import type { JournalCorrection, NewCorrection } from '../../shared/contract/journal.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { shownText } from './corrected-text.ts'
import type { JournalProjection } from './journal-projection.ts'

/** Corrections of the journal: they only grow, the row shows the last one. */
export interface CorrectionStore {
  /** Oldest first. */
  ofApplication(applicationId: string): readonly JournalCorrection[]
  /**
   * Correction, row and audit line in one transaction. `stale`: another text than `before` stands there now;
   * `unchanged`: `after` is that text. Neither writes anything. Throws for an unknown application.
   */
  add(author: Session, correction: NewCorrection): 'added' | 'stale' | 'unchanged'
}

export interface CorrectionStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
}

export function makeCorrectionStore(deps: CorrectionStoreDeps): CorrectionStore {
  const { read, write, place, clock, eventLog, journal } = deps
  const nextSequence = write.prepareRead<{ next: number }>(
    'select coalesce(max(sequence) + 1, 0) as next from journal_correction where application_id = ?',
  )

  function add(author: Session, correction: NewCorrection): 'added' | 'stale' | 'unchanged' {
    const { applicationId, column, before, after, reason } = correction
    const row = write.first(
      write.select.selectFrom('journal_row').selectAll().where('application_id', '=', applicationId),
    )
    if (!row) throw new Error('no such row of the journal')
    if (shownText(row, column) !== before) return 'stale'
    if (before === after) return 'unchanged'
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('journal_correction').values({
        id: randomUUID(),
        body_id: bodyId,
        workplace_id: workplaceId,
        application_id: applicationId,
        sequence: nextSequence.first(applicationId)?.next ?? 0,
        column_name: column,
        text_before: before,
        text_after: after,
        reason,
        author_id: author.account.id,
        corrected_at: new Date(clock.nowMs()).toISOString(),
      }),
    )
    journal.correct(applicationId, column, after)
    eventLog.append({
      accountId: author.account.id,
      kind: 'journalCorrected',
      objects: { applicationId, ...(row.reception_id === null ? {} : { receptionId: row.reception_id }) },
      result: 'done',
    })
    return 'added'
  }

  return {
    ofApplication: applicationId =>
      read
        .all(
          read.select
            .selectFrom('journal_correction')
            .innerJoin('account', 'account.id', 'journal_correction.author_id')
            .select(['sequence', 'column_name', 'text_before', 'text_after', 'reason', 'corrected_at'])
            .select('account.full_name')
            .where('application_id', '=', applicationId)
            .orderBy('sequence'),
        )
        .map(row => ({
          sequence: row.sequence,
          column: row.column_name,
          before: row.text_before,
          after: row.text_after,
          reason: row.reason,
          authorName: shortName(row.full_name),
          correctedAt: row.corrected_at,
        })),
    add: (author, correction) => write.transaction(() => add(author, correction)),
  }
}
