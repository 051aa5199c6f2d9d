import type { Selectable } from 'kysely'
import type * as z from 'zod'
import type { ApplicationCard, RevealedDocument } from '../../shared/contract/applications.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { asCard, asRevealed } from './application-row.ts'

/** What is known of an application (п. 2.2). */
export interface ApplicationStore {
  /** The document masked. */
  card(applicationId: string): ApplicationCard | null
  /** Opens the document; nothing is answered before the act is in the event log. */
  revealDocument(
    applicationId: string,
    by: { accountId: string; purpose: 'identification' | 'correction' | 'control' },
  ): z.infer<typeof RevealedDocument> | null
}

export function makeApplicationStore({
  read,
  write,
  eventLog,
}: {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly eventLog: EventLog
}): ApplicationStore {
  const stored = (from: ReadDb, id: string): Selectable<ApplicationTable> | undefined =>
    from.first(from.select.selectFrom('application').selectAll().where('id', '=', id))

  return {
    card(applicationId) {
      const row = stored(read, applicationId)
      return row ? asCard(row) : null
    },
    revealDocument: (applicationId, { accountId, purpose }) =>
      write.transaction(() => {
        const row = stored(write, applicationId)
        if (!row) return null
        eventLog.append({ accountId, kind: 'documentRevealed', objects: { applicationId }, result: purpose })
        return asRevealed(row)
      }),
  }
}
