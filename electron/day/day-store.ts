import { randomUUID } from 'node:crypto'
import type { AnswerableKind, DayState } from '../../shared/contract/day.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog, LogLineMark } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/** Days closed and opened again, and what was said of things that asked for attention; each with its line of the log. */
export interface DayStore {
  /** The closing of a local day that stands; null where it is open. */
  closingOf(day: string): DayState['closing']
  close(day: string, authorId: string): void
  reopen(day: string, authorId: string, reason: string): void
  /** `false`: somebody has answered before. */
  answer(answer: { kind: AnswerableKind; subjectId: string; note: string; authorId: string }): boolean
  /** Answers the line of the log that says so. */
  notePrinted(authorId: string): LogLineMark
}

export interface DayStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
}

export function makeDayStore({ read, write, place, eventLog, clock }: DayStoreDeps): DayStore {
  const lastOf = (day: string) =>
    read.first(
      read.select
        .selectFrom('day_closing')
        .innerJoin('account', 'account.id', 'day_closing.author_id')
        .select(['day_closing.sequence', 'day_closing.kind', 'day_closing.at', 'account.full_name'])
        .where('day_closing.workplace_id', '=', place().workplaceId)
        .where('day_closing.day', '=', day)
        .orderBy('day_closing.sequence', 'desc')
        .limit(1),
    )
  const now = () => new Date(clock.nowMs()).toISOString()

  function append(day: string, kind: 'closed' | 'reopened', authorId: string, reason: string | null): void {
    write.transaction(() => {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('day_closing').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, day, kind, reason },
          ...{ sequence: (lastOf(day)?.sequence ?? -1) + 1, author_id: authorId, at: now() },
        }),
      )
      const logged = kind === 'closed' ? 'dayClosed' : 'dayReopened'
      eventLog.append({ accountId: authorId, kind: logged, objects: {}, result: 'done' })
    })
  }

  return {
    closingOf(day) {
      const last = lastOf(day)
      return last?.kind === 'closed' ? { at: last.at, authorName: shortName(last.full_name) } : null
    },
    close: (day, authorId) => append(day, 'closed', authorId, null),
    reopen: (day, authorId, reason) => append(day, 'reopened', authorId, reason),
    answer: ({ kind, subjectId, note, authorId }) =>
      write.transaction(() => {
        const known = write.first(
          write.select
            .selectFrom('attention_note')
            .select('subject_id')
            .where('subject_id', '=', subjectId)
            .where('kind', '=', kind),
        )
        if (known) return false
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('attention_note').values({
            ...{ subject_id: subjectId, kind, body_id: bodyId, workplace_id: workplaceId, note },
            ...{ author_id: authorId, noted_at: now() },
          }),
        )
        const objects = kind === 'recordingFlawed' ? { recordingId: subjectId } : { receptionId: subjectId }
        eventLog.append({ accountId: authorId, kind: 'attentionAnswered', objects, result: 'done' })
        return true
      }),
    notePrinted: authorId =>
      write.transaction(() => {
        eventLog.append({ accountId: authorId, kind: 'daySheetPrinted', objects: {}, result: 'done' })
        const head = eventLog.head()
        if (!head) throw new Error('a line was written and is not there')
        return head
      }),
  }
}
