import pino from 'pino'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import type { MailPace } from '../../../electron/mailroom/mailbox-session.ts'
import { type MailroomCare, makeMailroomCare } from '../../../electron/mailroom/mailroom-care.ts'
import type { Session } from '../../../shared/contract/accounts.ts'
import type { Mailbox, MailboxSettings } from '../../../shared/contract/mailroom.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type MailServer, mailUsers } from '../../fixtures/mail-server/start-mail-server.ts'
import { until } from '../../fixtures/until.ts'
import { openStores } from '../../unit/electron/database/fixture.ts'

/** A polling that never comes in a test: what arrives is told by IDLE. */
export const idlePace: MailPace = { pollMs: 600_000, fullLookMs: 600_000, firstRetryMs: 50, longestRetryMs: 200 }

export interface MailroomBench {
  readonly care: MailroomCare
  readonly session: Session
  readonly stores: ReturnType<typeof openStores>
  /** Adds a mailbox of the server through the desk, as a person does. */
  add(server: MailServer, changes?: Partial<MailboxSettings>): Promise<Mailbox>
  mailbox(): Mailbox
  /** Waits until so many letters are here. */
  letters(count: number): Promise<readonly string[]>
  sightings(): number
  close(): Promise<void>
}

export const settingsOf = (server: MailServer, changes: Partial<MailboxSettings> = {}): MailboxSettings => ({
  ...{ address: 'priem@example.ru', host: 'localhost', port: server.imapsPort, security: 'tls', userName: 'priem' },
  ...{ authentication: 'password', folder: 'INBOX', caFile: server.caFile, since: '2026-01-01' },
  ...changes,
})

export function openMailroomBench(pace: MailPace = idlePace): MailroomBench {
  const stores = openStores()
  const { database, accounts, eventLog, session } = stores
  const { read, write } = database
  const clock = { nowMs: Date.now, monotonicMs: () => performance.now() }
  const care = makeMailroomCare({
    ...{
      read,
      write,
      clock,
      eventLog,
      place: accounts.place,
      pace,
      readLetter: (raw, profiles) => readLetter(raw, profiles, Date.now()),
    },
    folderPace: { lookMs: 50, stillMs: 20 },
    announce: () => undefined,
    log: pino({ level: 'silent' }),
  })
  care.start()
  const ids = (): readonly string[] =>
    (database.raw.prepare('select id from letter order by rowid').all() as { id: string }[]).map(({ id }) => id)
  return {
    ...{ care, session, stores },
    async add(server, changes) {
      const user = changes?.userName ?? 'priem'
      const secret = (mailUsers as Record<string, string>)[user] ?? ''
      const settings = settingsOf(server, changes)
      const boxes = await unwrap(care.service.saveMailbox(session, { mailboxId: null, settings, secret }))
      const added = boxes.at(-1)
      if (!added) throw new Error('no mailbox')
      return added
    },
    mailbox() {
      const [box] = care.service.mailboxes().ok ? (care.service.mailboxes() as { value: Mailbox[] }).value : []
      if (!box) throw new Error('no mailbox')
      return box
    },
    letters: count => until(`${count} letters`, ids, found => found.length === count, 30_000),
    sightings: () => (database.raw.prepare('select count(*) as n from letter_sighting').get() as { n: number }).n,
    async close() {
      await care.close()
      stores.close()
    },
  }
}
