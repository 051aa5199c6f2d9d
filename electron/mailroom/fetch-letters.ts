import type { ImapFlow } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import { longestLetterBytes } from '../../shared/mailroom/limits.ts'
import { MailboxError } from './imap-connection.ts'
import type { Intake } from './intake.ts'
import type { LetterStore } from './letter-store.ts'

export interface FetchDeps {
  readonly store: Pick<LetterStore, 'takenUids'>
  readonly intake: Intake
  /** Zone of the body: the day from which letters are taken begins there. */
  readonly timeZone: () => string
  readonly log: { warn(fields: object, words: string): void }
}

/** What is asked of a letter before its text. */
interface Announced {
  readonly uid: number
  readonly bytes: number
  readonly receivedAt: Date
}

const announcedAtOnce = 200
const longestHeadBytes = 256 * 1024

/**
 * Takes over every letter of the open folder that is not here yet, from the chosen day on, the oldest first. A letter
 * is on disk with its sighting before the next one is asked for: killed at any moment, the next run goes on there.
 * `fromUid`: only from it on; null = all of them. Resolves with the highest UID the folder showed, 0 = none.
 */
export async function fetchLetters(
  client: ImapFlow,
  { id: mailboxId, since }: { readonly id: string; readonly since: string },
  { store, intake, timeZone, log }: FetchDeps,
  fromUid: number | null,
): Promise<number> {
  const { mailbox } = client
  if (mailbox === false) throw new MailboxError('cut')
  const uidValidity = Number(mailbox.uidValidity)
  const fromMs = Temporal.PlainDate.from(since).toZonedDateTime(timeZone()).epochMilliseconds
  const taken = store.takenUids(mailboxId, uidValidity)
  // The server's day may begin elsewhere: a day earlier, judged again by the exact moment.
  const searchFrom = Temporal.PlainDate.from(since).subtract({ days: 1 }).toString()
  const range = fromUid === null ? {} : { uid: `${fromUid}:*` }
  const found = await client.search({ since: searchFrom, ...range }, { uid: true })
  if (!found) throw new MailboxError(client.usable ? 'serverRefused' : 'cut')
  const missing = found.filter(uid => !taken.has(uid)).sort((one, other) => one - other)
  for (let at = 0; at < missing.length; at += announcedAtOnce) {
    const slice = missing.slice(at, at + announcedAtOnce)
    for (const announced of await announcedLetters(client, slice)) {
      if (announced.receivedAt.getTime() < fromMs) continue
      await takeOver(announced)
    }
  }
  return found.reduce((highest, uid) => Math.max(highest, uid), 0)

  async function takeOver({ uid, bytes, receivedAt }: Announced): Promise<void> {
    const tooBig = bytes > longestLetterBytes
    const raw = tooBig ? await headOf(client, uid) : await sourceOf(client, uid)
    if (raw === null) {
      if (!client.usable) throw new MailboxError('cut')
      // Gone meanwhile, or the server cannot give it: asked for again at the next full look.
      log.warn({ mailboxId, uid }, 'a letter could not be fetched')
      return
    }
    await intake.take({
      ...{ source: 'mail', raw, tooBig, byteLength: tooBig ? bytes : raw.length },
      ...{ receivedAt: receivedAt.toISOString(), sighting: { mailboxId, uidValidity, uid } },
    })
  }
}

async function announcedLetters(client: ImapFlow, uids: readonly number[]): Promise<readonly Announced[]> {
  const letters = await client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true })
  return letters
    .map(({ uid, size = 0, internalDate }) => ({ uid, bytes: size, receivedAt: new Date(internalDate ?? Number.NaN) }))
    .filter(({ receivedAt }) => !Number.isNaN(receivedAt.getTime()))
    .sort((one, other) => one.uid - other.uid)
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const letter = await client.fetchOne(String(uid), { source: true }, { uid: true })
  return letter ? (letter.source ?? null) : null
}

async function headOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const letter = await client.fetchOne(String(uid), { headers: true }, { uid: true })
  return letter ? Buffer.from((letter.headers ?? Buffer.alloc(0)).subarray(0, longestHeadBytes)) : null
}
