import { randomUUID } from 'node:crypto'
import type { LetterRevealPurpose, LetterSource } from '../../shared/contract/mailroom.ts'
import type { LetterKind, LetterReading } from '../../shared/letters/letter-reading.ts'
import type { LetterReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import { hashesOfHead, hashesOfLetter } from './letter-hashes.ts'
import { receiptSourceOfLetter } from './receipt-source-of-letter.ts'

/** Where a letter was seen: never the same twice (RFC 3501, 2.3.1.1). */
export interface Sighting {
  readonly mailboxId: string
  readonly uidValidity: number
  readonly uid: number
}

export interface IncomingLetter {
  readonly source: LetterSource
  /** The whole letter; of one that is too big its head. */
  readonly raw: Buffer
  readonly byteLength: number
  readonly tooBig: boolean
  /** Instant. */
  readonly receivedAt: string
  /** Who says so. */
  readonly receiptSource: LetterReceiptSource
  readonly reading: LetterReading
  /** null: a file. */
  readonly sighting: Sighting | null
}

export interface TakenLetter {
  readonly letterId: string
  /** false: it was here already, under another sighting or as a file. */
  readonly isNew: boolean
}

/** A stored letter without its text. */
export interface StoredLetter {
  readonly id: string
  readonly source: LetterSource
  readonly receivedAt: string
  readonly receiptSource: LetterReceiptSource
  readonly byteLength: number
  readonly tooBig: boolean
  readonly erased: boolean
  readonly kind: LetterKind
  readonly registered: boolean
  readonly setAside: { readonly reason: string; readonly authorName: string; readonly at: string } | null
}

/** Which letters are counted. */
export type LetterChoice = 'waiting' | 'setAside' | 'machine'

/** Letters, each kept once; what is done with them is appended. */
export interface LetterStore {
  /** Letter, sighting and the line of the log: all of it or nothing. */
  take(letter: IncomingLetter): TakenLetter
  /** UIDs of a mailbox that were taken already. */
  takenUids(mailboxId: string, uidValidity: number): ReadonlySet<number>
  /** As it came; null: erased, or nowhere. */
  raw(letterId: string): Buffer | null
  byId(letterId: string): StoredLetter | null
  /** Those of them that are here, in no order; one query. */
  byIds(letterIds: readonly string[]): readonly StoredLetter[]
  /** Applications and what was not understood, neither registered nor handled; the oldest first. */
  waiting(): readonly StoredLetter[]
  count(choice: LetterChoice): number
  /** The line of the log joins them. `stale`: somebody was faster. */
  setAside(letterId: string, by: { authorId: string; reason: string }): 'done' | 'stale'
  takeBack(letterId: string, by: { authorId: string }): 'done' | 'stale'
  /** Somebody looked at what is written. */
  noteViewed(letterId: string, accountId: string): void
  /** Somebody asked for the document that stands in it. */
  noteRevealed(letterId: string, by: { accountId: string; purpose: LetterRevealPurpose }): void
}

export interface LetterStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  /** Told of every new letter inside the transaction that keeps it; throws = the letter is not kept. */
  readonly onNew?: (letterId: string, reading: LetterReading) => void
}

interface Row {
  readonly id: string
  readonly source: LetterSource
  readonly received_at: string
  readonly receipt_source: LetterReceiptSource
  readonly byte_length: number
  readonly too_big: 0 | 1
  readonly erased_at: string | null
  readonly kind: LetterKind
  readonly registered: 0 | 1
  readonly act: 'setAside' | 'takenBack' | 'handled' | null
  readonly reason: string | null
  readonly act_at: string | null
  readonly full_name: string | null
}

const columns = `
  letter.id, letter.source, letter.received_at, ${receiptSourceOfLetter} as receipt_source, letter.byte_length, letter.too_big, letter.erased_at, letter.kind,
  exists (select 1 from application where application.letter_id = letter.id) as registered,
  act.kind as act, act.reason, act.at as act_at, account.full_name`
/** Letters with what was done of each last, as a source of SQL; and the condition of those nobody has to look at. */
export const lettersWithActs = `
  letter
  left join letter_receipt on letter_receipt.letter_id = letter.id
  left join letter_act as act on act.rowid = (select max(last.rowid) from letter_act as last where last.letter_id = letter.id)
  left join account on account.id = act.author_id`
export const letterIsOver = "(act.kind = 'setAside' or letter.kind in ('autoReply', 'bounce'))"
const chosen: Readonly<Record<LetterChoice, string>> = {
  waiting: `letter.body_id = ? and letter.kind in ('application', 'other') and (act.kind is null or act.kind = 'takenBack')
    and not exists (select 1 from application where application.letter_id = letter.id)`,
  setAside: `letter.body_id = ? and act.kind = 'setAside'`,
  machine: `letter.body_id = ? and letter.kind in ('autoReply', 'bounce')`,
}

export function makeLetterStore(deps: LetterStoreDeps): LetterStore {
  const { read, write, place, clock, eventLog } = deps
  const { build } = write
  const now = (): string => new Date(clock.nowMs()).toISOString()
  const owner = () => ({ id: randomUUID(), body_id: place().bodyId, workplace_id: place().workplaceId })
  // Through the writer: what the running transaction wrote is counted with.
  const bySighting = write.prepareRead<{ letter_id: string }>(
    'select letter_id from letter_sighting where mailbox_id = ? and uid_validity = ? and uid = ?',
  )
  const byContent = write.prepareRead<{ id: string }>('select id from letter where body_id = ? and content_hash = ?')
  const byMessage = write.prepareRead<{ id: string }>(
    'select id from letter where body_id = ? and message_id = ? and body_hash = ? and header_at = ? and too_big = 0 limit 1',
  )
  const one = write.prepareRead<Row>(
    `select ${columns} from ${lettersWithActs} where letter.id = ? and letter.body_id = ?`,
  )
  const several = read.prepareRead<Row>(
    `select ${columns} from ${lettersWithActs} where letter.id in (select value from json_each(?)) and letter.body_id = ?`,
  )
  const waiting = read.prepareRead<Row>(
    `select ${columns} from ${lettersWithActs} where ${chosen.waiting} order by letter.received_at, letter.rowid`,
  )
  const counts = {
    waiting: read.prepareRead<{ letters: number }>(
      `select count(*) as letters from ${lettersWithActs} where ${chosen.waiting}`,
    ),
    machine: read.prepareRead<{ letters: number }>(
      `select count(*) as letters from ${lettersWithActs} where ${chosen.machine}`,
    ),
    setAside: read.prepareRead<{ letters: number }>(
      `select count(*) as letters from ${lettersWithActs} where ${chosen.setAside}`,
    ),
  }

  const byId = (letterId: string): StoredLetter | null => {
    const row = one.first(letterId, place().bodyId)
    return row ? stored(row) : null
  }

  function keep(letter: IncomingLetter): TakenLetter {
    const { raw, reading, tooBig, byteLength } = letter
    const head = owner()
    const { contentHash, bodyHash } = tooBig ? hashesOfHead(raw, head.id) : hashesOfLetter(raw)
    const { bodyId } = place()
    // A site may give all of its letters the same Message-ID, and a citizen may apply again in the same words (п. 2.8):
    // only with the same moment of writing it is the same letter, come by another road.
    const { messageId, headerAt } = reading
    const isNamed = messageId !== null && headerAt !== null && !tooBig
    const known =
      byContent.first(bodyId, contentHash) ??
      (isNamed ? byMessage.first(bodyId, messageId, bodyHash, headerAt) : undefined)
    if (known) return { letterId: known.id, isNew: false }
    write.run(
      build.insertInto('letter').values({
        ...{ ...head, source: letter.source, message_id: reading.messageId, content_hash: contentHash },
        ...{ body_hash: bodyHash, received_at: utcText(letter.receivedAt), header_at: reading.headerAt },
        ...{ byte_length: byteLength, raw, too_big: tooBig ? 1 : 0, kind: reading.kind, stored_at: now() },
      }),
    )
    write.run(build.insertInto('letter_receipt').values({ letter_id: head.id, source: letter.receiptSource }))
    eventLog.append({ accountId: null, kind: 'letterTaken', objects: { letterId: head.id }, result: 'done' })
    deps.onNew?.(head.id, reading)
    return { letterId: head.id, isNew: true }
  }

  function noteSighting(letterId: string, { mailboxId, uidValidity, uid }: Sighting): void {
    write.run(
      build.insertInto('letter_sighting').values({
        ...{ mailbox_id: mailboxId, uid_validity: uidValidity, uid, letter_id: letterId, seen_at: now() },
      }),
    )
  }

  /** Appends an act where the letter stands as it must; the log takes the same transaction. */
  function act(
    letterId: string,
    { authorId, kind, reason }: { authorId: string; kind: 'setAside' | 'takenBack'; reason: string },
  ): 'done' | 'stale' {
    return write.transaction(() => {
      const letter = byId(letterId)
      const isSetAside = letter?.setAside != null
      if (!letter || letter.registered || isSetAside !== (kind === 'takenBack')) return 'stale'
      if (kind === 'setAside' && one.first(letterId, place().bodyId)?.act === 'handled') return 'stale'
      write.run(
        build.insertInto('letter_act').values({
          ...{ ...owner(), letter_id: letterId, kind, reason, author_id: authorId, at: now() },
        }),
      )
      const logged = kind === 'setAside' ? 'letterSetAside' : 'letterTakenBack'
      eventLog.append({ accountId: authorId, kind: logged, objects: { letterId }, result: 'done' })
      return 'done'
    })
  }

  return {
    take: letter =>
      write.transaction(() => {
        const { sighting } = letter
        const seen = sighting && bySighting.first(sighting.mailboxId, sighting.uidValidity, sighting.uid)
        if (seen) return { letterId: seen.letter_id, isNew: false }
        const taken = keep(letter)
        if (sighting) noteSighting(taken.letterId, sighting)
        return taken
      }),
    takenUids: (mailboxId, uidValidity) =>
      new Set(
        read
          .all(
            read.select
              .selectFrom('letter_sighting')
              .select('uid')
              .where('mailbox_id', '=', mailboxId)
              .where('uid_validity', '=', uidValidity),
          )
          .map(({ uid }) => uid),
      ),
    raw: letterId =>
      read.first(
        read.select.selectFrom('letter').select('raw').where('id', '=', letterId).where('body_id', '=', place().bodyId),
      )?.raw ?? null,
    byId,
    byIds: ids => (ids.length === 0 ? [] : several.all(JSON.stringify(ids), place().bodyId).map(stored)),
    waiting: () => waiting.all(place().bodyId).map(stored),
    count: choice => counts[choice].first(place().bodyId)?.letters ?? 0,
    setAside: (letterId, { authorId, reason }) => act(letterId, { authorId, kind: 'setAside', reason }),
    takeBack: (letterId, { authorId }) => act(letterId, { authorId, kind: 'takenBack', reason: '' }),
    noteViewed: (letterId, accountId) =>
      eventLog.append({ accountId, kind: 'letterViewed', objects: { letterId }, result: 'done' }),
    noteRevealed: (letterId, { accountId, purpose }) =>
      eventLog.append({ accountId, kind: 'documentRevealed', objects: { letterId }, result: purpose }),
  }
}

const stored = (row: Row): StoredLetter => ({
  ...{ id: row.id, source: row.source, receivedAt: row.received_at, receiptSource: row.receipt_source },
  ...{ byteLength: row.byte_length, kind: row.kind },
  ...{ tooBig: row.too_big === 1, erased: row.erased_at !== null, registered: row.registered === 1 },
  setAside:
    row.act === 'setAside'
      ? { reason: row.reason ?? '', authorName: shortName(row.full_name ?? ''), at: row.act_at ?? '' }
      : null,
})
