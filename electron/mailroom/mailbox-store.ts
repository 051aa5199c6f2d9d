import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { MailboxSettings } from '../../shared/contract/mailroom.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { MailboxTable } from '../database/tables/letters.ts'
import { mailOrigin, OriginBoundSecret } from '../secrets/origin-bound-secret.ts'

/** A mailbox with its secret: never leaves the workstation. */
export interface KeptMailbox extends MailboxSettings {
  readonly id: string
  readonly secret: OriginBoundSecret
}

/** The address the secret of a mailbox is for. */
export const originOfMailbox = ({
  caFile,
  ...mailbox
}: Omit<MailboxSettings, 'address' | 'folder' | 'since'>): string =>
  mailOrigin('imap', { ...mailbox, authority: caFile })

export type MailboxToKeep = Omit<KeptMailbox, 'id'>

/** Mailboxes that letters are fetched from. Changes and their lines of the log are written together. */
export interface MailboxStore {
  list(): readonly KeptMailbox[]
  byId(mailboxId: string): KeptMailbox | null
  add(mailbox: MailboxToKeep, authorId: string): string
  /** Only where the letters stay the same ones: `isSameMailbox`. */
  change(mailboxId: string, mailbox: MailboxToKeep, authorId: string): void
  remove(mailboxId: string, authorId: string): void
}

/** UIDs mean something only within one folder of one account of one server. */
export const isSameMailbox = (one: MailboxSettings, other: MailboxSettings): boolean =>
  one.host === other.host && one.userName === other.userName && one.folder === other.folder

export interface MailboxStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeMailboxStore({ write, place, clock, eventLog }: MailboxStoreDeps): MailboxStore {
  const { build, select } = write
  const now = () => new Date(clock.nowMs()).toISOString()
  const kept = () =>
    select
      .selectFrom('mailbox')
      .selectAll()
      .where('workplace_id', '=', place().workplaceId)
      .where('removed_at', 'is', null)
  const log = (mailboxId: string, kind: 'mailboxSaved' | 'mailboxRemoved', accountId: string) =>
    eventLog.append({ accountId, kind, objects: { mailboxId }, result: 'done' })

  return {
    list: () => write.all(kept().orderBy('created_at')).map(mailboxOf),
    byId(mailboxId) {
      const row = write.first(kept().where('id', '=', mailboxId))
      return row ? mailboxOf(row) : null
    },
    add: (mailbox, authorId) =>
      write.transaction(() => {
        const id = randomUUID()
        const { bodyId, workplaceId } = place()
        write.run(
          build.insertInto('mailbox').values({
            ...{ id, body_id: bodyId, workplace_id: workplaceId, created_at: now() },
            ...columnsOf(mailbox),
          }),
        )
        log(id, 'mailboxSaved', authorId)
        return id
      }),
    change: (mailboxId, mailbox, authorId) =>
      write.transaction(() => {
        write.run(build.updateTable('mailbox').set(columnsOf(mailbox)).where('id', '=', mailboxId))
        log(mailboxId, 'mailboxSaved', authorId)
      }),
    remove: (mailboxId, authorId) =>
      write.transaction(() => {
        // The secret has nothing to do here any more.
        write.run(build.updateTable('mailbox').set({ removed_at: now(), secret: '' }).where('id', '=', mailboxId))
        log(mailboxId, 'mailboxRemoved', authorId)
      }),
  }
}

function columnsOf(mailbox: MailboxToKeep) {
  const secret = mailbox.secret.revealFor(originOfMailbox(mailbox))
  if (secret === null) throw new Error('the secret belongs to another server')
  return {
    ...{ address: mailbox.address, host: mailbox.host, port: mailbox.port, security: mailbox.security },
    ...{ user_name: mailbox.userName, authentication: mailbox.authentication, secret },
    ...{ folder: mailbox.folder, ca_file: mailbox.caFile, since: mailbox.since },
  }
}

/** Address and secret are one row, written at once: the secret is for what stands beside it. */
function mailboxOf(row: Selectable<MailboxTable>): KeptMailbox {
  const settings = {
    ...{ address: row.address, host: row.host, port: row.port, security: row.security },
    ...{ userName: row.user_name, authentication: row.authentication },
    ...{ folder: row.folder, caFile: row.ca_file, since: row.since },
  }
  return { id: row.id, ...settings, secret: new OriginBoundSecret(row.secret, originOfMailbox(settings)) }
}
