import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { formatDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'

export interface AnnullingDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: Pick<JournalProjection, 'annul'>
}

/**
 * Takes back a line of the journal that was registered by mistake: its number stays and is given to nobody else, column 7
 * says who struck it through and why. Refused once a decision or a reception stands: those have their own ways back.
 */
export type Annulling = (who: Session, applicationId: string, reason: string) => Reply<null>

const nothingWritten = 'Ничего не записано.'
export const annulledHint = `Эта запись аннулирована как ошибочная. ${nothingWritten}`

/** Whether the line of an application is struck through. */
export const makeIsAnnulled = (read: Pick<ReadDb, 'prepareRead'>): ((applicationId: string) => boolean) => {
  const found = read.prepareRead<{ one: 1 }>('select 1 as one from application_annulment where application_id = ?')
  return applicationId => found.first(applicationId) !== undefined
}

export function makeAnnulling({ write, place, clock, eventLog, journal }: AnnullingDeps): Annulling {
  const isAnnulled = makeIsAnnulled(write)
  const facts = write.prepareRead<{ decided: 0 | 1; received: 0 | 1 }>(`
    select exists (select 1 from application_decision where application_id = application.id) as decided,
        exists (select 1 from reception where application_id = application.id) as received
      from application where id = ? and body_id = ?`)

  function annul({ account }: Session, applicationId: string, reason: string): Reply<null> {
    const { bodyId, workplaceId, timeZone } = place()
    const found = facts.first(applicationId, bodyId)
    if (!found) return refused('notFound', 'Такой заявки нет. Обновите список.')
    if (isAnnulled(applicationId)) return refused('stale', annulledHint)
    if (found.decided === 1 || found.received === 1) {
      return refused(
        'refusedByRule',
        `По заявке принято решение: такую запись не аннулируют, приём отменяют или переносят. ${nothingWritten}`,
      )
    }
    const at = new Date(clock.nowMs()).toISOString()
    write.run(
      write.build.insertInto('application_annulment').values({
        ...{ application_id: applicationId, body_id: bodyId, workplace_id: workplaceId },
        ...{ reason, author_id: account.id, at },
      }),
    )
    const words = `Запись аннулирована ${formatDate(at, timeZone)} как ошибочная (${shortName(account.fullName)}): ${reason}`
    journal.annul(applicationId, words)
    eventLog.append({ accountId: account.id, kind: 'applicationAnnulled', objects: { applicationId }, result: 'done' })
    return done(null)
  }

  return (who, applicationId, reason) => write.transaction(() => annul(who, applicationId, reason))
}
