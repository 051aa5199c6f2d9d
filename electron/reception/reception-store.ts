import { OutcomeCode, ReceptionEvent } from '../../shared/reception/event.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import { sqliteCode } from '../database/database-error.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalPatch, JournalProjection } from '../journal/journal-projection.ts'
import { makeLinkLog } from './link-log.ts'
import { asReceptionRow, selectReceptions } from './reception-row.ts'
import type { ReceptionRow, ReceptionRows } from './reception-rows.ts'

/** Columns of the journal row that follow a reception; what is left out stays as it is. */
export interface JournalChange {
  readonly consideration?: string
  readonly result?: string
  /** An OutcomeCode, or null while there is none. */
  readonly outcome?: string | null
  readonly specialistName?: string
  /** Local date. */
  readonly receptionDate?: string
}

/** A journal change and the step after the event. */
export interface EventProjection extends JournalChange {
  /** A ReceptionStepName. */
  readonly step: string
}

/** Receptions and their events. The fold is the caller's: the store gives and takes events. */
export interface ReceptionStore extends ReceptionRows {
  /**
   * Writes the event at `event.sequence`, the step, the journal row and the audit line in one transaction, on disk
   * when it returns. `stale`: the sequence is not the next one; nothing is written. Throws for an unknown reception.
   */
  append(
    receptionId: string,
    event: ReceptionEvent,
    projection: EventProjection,
    alongside?: () => void,
  ): 'appended' | 'stale'
  /** Between two local dates, both included, in order of the appointed time. */
  dayRows(range: { from: string; to: string }): readonly ReceptionRow[]
  updateJournal(receptionId: string, change: JournalChange): void
  /** Several calls of this and other stores as one transaction. */
  inTransaction<T>(work: () => T): T
}

export interface ReceptionStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly clock: Clock
  /** Account that acts now, for acts that carry no author of their own; null = the program. */
  readonly actor: () => string | null
  /** Joins the transaction in which a reception is cancelled (п. 2.6), by whatever way. */
  readonly onCancelled?: (receptionId: string, event: ReceptionEvent) => void
  /** Told inside the transaction that sets a link. */
  readonly onLinkSet?: (change: { receptionId: string; url: string; authorId: string | null }) => void
}

const openSteps: readonly ReceptionStepName[] = [
  'waiting',
  'notifying',
  'identifying',
  'consulting',
  'connectionLost',
  'fault',
  'closing',
]

export function makeReceptionStore(deps: ReceptionStoreDeps): ReceptionStore {
  const { read, write, place, eventLog, journal, clock, actor } = deps
  const linkLog = makeLinkLog({ write, place })
  const ownerOf = write.prepareRead<{ body_id: string; workplace_id: string }>(
    'select body_id, workplace_id from reception where id = ?',
  )
  const nextSequence = write.prepareRead<{ next: number }>(
    'select coalesce(max(sequence) + 1, 0) as next from reception_event where reception_id = ?',
  )
  const insertEvent = write.prepareWrite(`
    insert into reception_event
      (reception_id, sequence, body_id, workplace_id, occurred_at, recorded_at, author_id, source, action)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const forgetReply = write.prepareWrite('delete from written_reply where reception_id = ?')
  const noteReply = write.prepareWrite(
    'insert into written_reply (reception_id, body_id, workplace_id, noted_at) values (?, ?, ?, ?)',
  )
  const setStep = write.prepareWrite('update reception set step = ? where id = ?')
  const eventsOf = read.prepareRead<EventRow>('select * from reception_event where reception_id = ? order by sequence')

  function append(receptionId: string, event: ReceptionEvent, projection: EventProjection): 'appended' | 'stale' {
    const owner = ownerOf.first(receptionId)
    if (!owner) throw new Error('no such reception')
    if (nextSequence.first(receptionId)?.next !== event.sequence) return 'stale'
    const { action } = event
    insertEvent.run(
      receptionId,
      event.sequence,
      owner.body_id,
      owner.workplace_id,
      event.occurredAt,
      event.recordedAt,
      event.authorId,
      event.source,
      JSON.stringify(action),
    )
    if (action.kind === 'closed' || action.kind === 'reopened') {
      forgetReply.run(receptionId)
      if (action.kind === 'closed' && action.needsWrittenReply) {
        noteReply.run(receptionId, owner.body_id, owner.workplace_id, event.recordedAt)
      }
    }
    if (action.kind === 'cancelled') deps.onCancelled?.(receptionId, event)
    const { step, ...change } = projection
    setStep.run(step, receptionId)
    updateJournal(receptionId, change)
    const objects = { receptionId, sequence: event.sequence }
    // Some outcomes have the name of a step («связь прервалась»): an end is a kind of its own.
    const said =
      action.kind === 'closed'
        ? ({ kind: 'receptionClosed', result: action.outcome } as const)
        : ({ kind: 'receptionEvent', result: action.kind } as const)
    eventLog.append({ accountId: event.authorId, objects, ...said })
    return 'appended'
  }

  function updateJournal(receptionId: string, change: JournalChange): void {
    const patch: Omit<JournalPatch, 'reception_id'> = {
      ...(change.consideration === undefined ? {} : { consideration: change.consideration }),
      ...(change.result === undefined ? {} : { result: change.result }),
      ...(change.outcome === undefined ? {} : { outcome: OutcomeCode.nullable().parse(change.outcome) }),
      ...(change.specialistName === undefined ? {} : { specialist_name: change.specialistName }),
      ...(change.receptionDate === undefined ? {} : { reception_date: change.receptionDate }),
    }
    journal.updateByReception(receptionId, patch)
  }

  const dayRows = ({ from, to }: { from: string; to: string }): readonly ReceptionRow[] =>
    read
      .all(
        selectReceptions(read)
          .where('reception.body_id', '=', place().bodyId)
          .where('reception.appointed_on', '>=', from)
          .where('reception.appointed_on', '<=', to)
          // Somebody else receives at the same time: for the day it is the one reception it was.
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('reception_move')
                  .innerJoin('reception as later', 'later.id', 'reception_move.to_reception_id')
                  .select('later.id')
                  .whereRef('reception_move.from_reception_id', '=', 'reception.id')
                  .whereRef('later.appointed_at', '=', 'reception.appointed_at'),
              ),
            ),
          )
          .orderBy('reception.appointed_at')
          .orderBy('reception.id'),
      )
      .map(asReceptionRow)

  return {
    byId(receptionId) {
      const row = read.first(selectReceptions(read).where('reception.id', '=', receptionId))
      return row ? asReceptionRow(row) : null
    },
    dayRows,
    ofDay: localDate => dayRows({ from: localDate, to: localDate }),
    events: receptionId => eventsOf.all(receptionId).map(asEvent),
    append(receptionId, event, projection, alongside) {
      try {
        return write.transaction(() => {
          const written = append(receptionId, ReceptionEvent.parse(event), projection)
          if (written === 'appended') alongside?.()
          return written
        })
      } catch (error) {
        // A second program on the same file got there first.
        if (sqliteCode(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'stale'
        throw error
      }
    },
    openIds: () =>
      read
        .all(
          read.select
            .selectFrom('reception')
            .select('id')
            .where('workplace_id', '=', place().workplaceId)
            .where('step', 'in', openSteps)
            .orderBy('appointed_at', 'desc'),
        )
        .map(({ id }) => id),
    stepOf: receptionId =>
      read.first(read.select.selectFrom('reception').select('step').where('id', '=', receptionId))?.step ?? null,
    addressOf: receptionId =>
      read.first(
        read.select
          .selectFrom('reception')
          .innerJoin('application', 'application.id', 'reception.application_id')
          .select('application.address')
          .where('reception.id', '=', receptionId),
      )?.address ?? null,
    saveNote: (receptionId, { note, over }, authorId) =>
      write.transaction(() => {
        const kept = write.first(
          write.select.selectFrom('reception').select(['note', 'note_author_id']).where('id', '=', receptionId),
        )
        // A repeated saving whose answer was lost is no change.
        if (kept?.note === note) return 'saved'
        if (kept?.note !== over) return 'stale'
        const set = { note, note_author_id: authorId }
        write.run(write.build.updateTable('reception').set(set).where('id', '=', receptionId))
        const author = kept.note === '' ? null : kept.note_author_id
        if (author != null && author !== authorId) {
          eventLog.append({ accountId: authorId, kind: 'noteOverwritten', objects: { receptionId }, result: 'done' })
        }
        return 'saved'
      }),
    setLink: (receptionId, link) =>
      write.transaction(() => {
        const set = { link: link.url, meeting_number: link.meetingNumber }
        write.run(write.build.updateTable('reception').set(set).where('id', '=', receptionId))
        linkLog.note({ receptionId, link, givenAt: new Date(clock.nowMs()).toISOString(), authorId: actor() })
        eventLog.append({ accountId: actor(), kind: 'linkChanged', objects: { receptionId }, result: 'done' })
        deps.onLinkSet?.({ receptionId, url: link.url, authorId: actor() })
      }),
    updateJournal: (receptionId, change) => write.transaction(() => updateJournal(receptionId, change)),
    inTransaction: work => write.transaction(work),
  }
}

interface EventRow {
  readonly sequence: number
  readonly occurred_at: string
  readonly recorded_at: string
  readonly author_id: string
  readonly source: string
  readonly action: string
}

/** Parsed, not cast: an event a later program wrote must not be folded as something else. */
const asEvent = (row: EventRow): ReceptionEvent =>
  ReceptionEvent.parse({
    sequence: row.sequence,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    authorId: row.author_id,
    source: row.source,
    action: JSON.parse(row.action),
  })
