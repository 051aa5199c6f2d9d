import type { ImapFlow } from 'imapflow'
import { Temporal } from 'temporal-polyfill'
import type { FetchTally } from '../../shared/contract/mailroom.ts'
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
  /** INTERNALDATE, epoch milliseconds; null: it cannot be read, the letter is taken all the same. */
  readonly internalDateMs: number | null
}

/** What became of one letter the folder showed. */
type Fate = Exclude<keyof FetchTally, 'seen'>

const announcedAtOnce = 200
const longestHeadBytes = 256 * 1024

/**
 * Takes over every letter of the open folder that is not here yet, from the chosen day on, the oldest first. A letter
 * is on disk with its sighting before the next one is asked for: killed at any moment, the next run goes on there. One that
 * cannot be taken holds up none of the others. `fromUid`: only from it on; null = all of them. Resolves with the highest UID
 * the folder showed, 0 = none, and with what became of every letter.
 */
export async function fetchLetters(
  client: ImapFlow,
  { id: mailboxId, since }: { readonly id: string; readonly since: string },
  { store, intake, timeZone, log }: FetchDeps,
  fromUid: number | null,
): Promise<{ highestUid: number; tally: FetchTally }> {
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
  const tally = { seen: found.length, stored: 0, known: found.length - missing.length, earlier: 0, gone: 0, failed: 0 }
  for (let at = 0; at < missing.length; at += announcedAtOnce) {
    const slice = missing.slice(at, at + announcedAtOnce)
    const announced = new Map((await announcedLetters(client, slice)).map(letter => [letter.uid, letter]))
    for (const uid of slice) {
      const fate = await fateOf(uid, announced.get(uid))
      tally[fate] += 1
    }
  }
  return { highestUid: found.reduce((highest, uid) => Math.max(highest, uid), 0), tally }

  async function fateOf(uid: number, announced: Announced | undefined): Promise<Fate> {
    // Deleted or moved between the question and the answer: the next full look asks again.
    if (announced === undefined) {
      if (!client.usable) throw new MailboxError('cut')
      log.warn({ mailboxId, uid }, 'a letter was not announced')
      return 'gone'
    }
    const { internalDateMs } = announced
    if (internalDateMs !== null && internalDateMs < fromMs && isDate(internalDateMs)) return 'earlier'
    try {
      return await takeOver(announced)
    } catch (error) {
      if (!client.usable || error instanceof MailboxError) throw error
      const name = error instanceof Error ? error.name : 'unknown'
      log.warn({ mailboxId, uid, error: name }, 'a letter could not be taken, the others are')
      return 'failed'
    }
  }

  async function takeOver({ uid, bytes, internalDateMs }: Announced): Promise<Fate> {
    const tooBig = bytes > longestLetterBytes
    const raw = tooBig ? await headOf(client, uid) : await sourceOf(client, uid)
    if (raw === null) {
      if (!client.usable) throw new MailboxError('cut')
      // Gone meanwhile, or the server cannot give it: asked for again at the next full look.
      log.warn({ mailboxId, uid }, 'a letter could not be fetched')
      return 'gone'
    }
    const { isNew } = await intake.take({
      ...{ source: 'mail', raw, tooBig, byteLength: tooBig ? bytes : raw.length },
      ...{ internalDateMs, sighting: { mailboxId, uidValidity, uid } },
    })
    return isNew ? 'stored' : 'known'
  }
}

/** A server that writes 1970 for a date it has lost says nothing of how old a letter is. */
const isDate = (ms: number): boolean => ms >= Date.UTC(2000, 0, 1)

async function announcedLetters(client: ImapFlow, uids: readonly number[]): Promise<readonly Announced[]> {
  const letters = await client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true })
  return letters.map(({ uid, size = 0, internalDate }) => {
    const ms = new Date(internalDate ?? Number.NaN).getTime()
    return { uid, bytes: size, internalDateMs: Number.isNaN(ms) ? null : ms }
  })
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const letter = await client.fetchOne(String(uid), { source: true }, { uid: true })
  return letter ? (letter.source ?? null) : null
}

async function headOf(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const letter = await client.fetchOne(String(uid), { headers: true }, { uid: true })
  return letter ? Buffer.from((letter.headers ?? Buffer.alloc(0)).subarray(0, longestHeadBytes)) : null
}
