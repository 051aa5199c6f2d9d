import { randomUUID } from 'node:crypto'
import { faultOfReceiptDay } from '../../shared/applications/receipt-day.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { ReceiptCorrection } from '../../shared/contract/application-list.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { formatLocalDate, localDate } from '../../shared/text/date-time.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { TermService } from '../terms/term-service.ts'

export interface ReceiptCorrectingDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: Pick<JournalProjection, 'correctReceipt'>
  readonly terms: Pick<TermService, 'recounting'>
}

/**
 * Puts the day of receipt right, with its reason: correction, application, column 2 of the journal, the trace of every term
 * that moves, and the line of the event log, all or nothing (пп. 2.4, 2.5).
 */
export type ReceiptCorrecting = (who: Session, correction: ReceiptCorrection) => Reply<null>

export function makeReceiptCorrecting(deps: ReceiptCorrectingDeps): ReceiptCorrecting {
  const { write, place, clock, eventLog, journal, terms } = deps
  const stored = write.prepareRead<{ received_on: string; registered_at: string }>(
    'select received_on, registered_at from application where id = ? and body_id = ?',
  )

  function correct(who: Session, { applicationId, receivedOn, reason }: ReceiptCorrection): Reply<null> {
    const { bodyId, workplaceId, timeZone } = place()
    const row = stored.first(applicationId, bodyId)
    if (!row) return refused('notFound', 'Такой заявки нет. Обновите список.')
    if (row.received_on === receivedOn) return refused('stale', 'Этот день уже записан. Ничего не изменено.')
    const fault = faultOfReceiptDay(receivedOn, localDate(row.registered_at, timeZone))
    if (fault !== null)
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { receivedOn: fault })
    const authorId = who.account.id
    const basis = `Дата поступления исправлена с ${formatLocalDate(row.received_on)} на ${formatLocalDate(receivedOn)}: ${reason}`
    terms.recounting(
      applicationId,
      () => {
        const set = { received_on: receivedOn, received_source: 'person' as const }
        write.run(write.build.updateTable('application').set(set).where('id', '=', applicationId))
      },
      { authorId, basis },
    )
    journal.correctReceipt(applicationId, receivedOn)
    write.run(
      write.build.insertInto('receipt_correction').values({
        ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
        ...{ received_before: row.received_on, received_after: receivedOn, reason, author_id: authorId },
        at: new Date(clock.nowMs()).toISOString(),
      }),
    )
    eventLog.append({ accountId: authorId, kind: 'receiptCorrected', objects: { applicationId }, result: 'done' })
    return done(null)
  }

  return (who, correction) => write.transaction(() => correct(who, correction))
}
