import { randomUUID } from 'node:crypto'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import {
  type AttemptLine,
  type AttemptOutcome,
  type FactLine,
  isWaiting,
  judgeNotice,
  type NoticeFactKind,
  type NoticeStanding,
  needsPerson,
} from '../../shared/notices/notice-standing.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeOrder } from './notice-order.ts'

/** A notice as it lies in the outbox. */
export interface NoticeRowStored {
  readonly id: string
  readonly applicationId: string
  readonly receptionId: string | null
  readonly kind: NoticeKind
  readonly sequence: number
  readonly toAddress: string
  readonly subject: string
  readonly text: string
  readonly calendar: string | null
  readonly messageId: string
  readonly formedAt: string
  readonly authorId: string
}

export interface StoredFact extends FactLine {
  readonly occurredAt: string
  readonly authorId: string | null
  /** The letter that reported it. */
  readonly letterId: string | null
  readonly detail: string
}

/** What is written of a notice that is being formed. */
export interface NewNotice extends Omit<NoticeRowStored, 'id' | 'formedAt'> {
  readonly attachments: NoticeOrder['attachments']
}

export interface NewFact {
  readonly noticeId: string
  readonly kind: NoticeFactKind
  /** null: the program itself. */
  readonly authorId: string | null
  /** ISO instant in UTC; left out: now. */
  readonly occurredAt?: string
  readonly letterId?: string
  readonly detail: string
}

/** Notices, their tries and facts: each write with its line of the event log, in the caller's transaction if there is one. */
export interface NoticeStore {
  add(notice: NewNotice): NoticeRowStored
  byId(noticeId: string): NoticeRowStored | null
  byMessageId(messageId: string): NoticeRowStored | null
  /** The newest first. */
  ofApplication(applicationId: string): readonly NoticeRowStored[]
  /** The oldest first. */
  open(state?: 'waiting' | 'failed'): readonly NoticeRowStored[]
  attachments(noticeId: string): readonly { name: string; mediaType: string; content: Buffer }[]
  attachmentNames(noticeId: string): readonly string[]
  attempts(noticeId: string): readonly AttemptLine[]
  facts(noticeId: string): readonly StoredFact[]
  standing(noticeId: string): NoticeStanding
  /** SEQUENCE of the next calendar entry of an application. */
  nextSequence(applicationId: string): number
  /** A notice of the same application was formed after it. */
  isSuperseded(notice: NoticeRowStored): boolean
  /** A person sent the link of its reception once more by it. */
  isLinkAgain(noticeId: string): boolean
  /** Writes 'started' before the first byte goes out; answers the number of the try. */
  begin(noticeId: string): number
  end(noticeId: string, number: number, outcome: Exclude<AttemptOutcome, 'started'>, answer: string): void
  /** Ends the tries a stopped program left open; answers how many. */
  endCut(answer: string): number
  addFact(fact: NewFact): void
}

export interface NoticeStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

const columns = `notice.id, notice.application_id as applicationId, notice.reception_id as receptionId, notice.kind,
  notice.sequence, notice.to_address as toAddress, notice.subject, notice.text, notice.calendar,
  notice.message_id as messageId, notice.formed_at as formedAt, notice.author_id as authorId`

export function makeNoticeStore({ write, place, clock, eventLog }: NoticeStoreDeps): NoticeStore {
  // Through the writer: an outbox reads what the running transaction has written.
  const byId = write.prepareRead<NoticeRowStored>(`select ${columns} from notice where id = ?`)
  const byMessageId = write.prepareRead<NoticeRowStored>(
    `select ${columns} from notice where message_id = ? and body_id = ?`,
  )
  const ofApplication = write.prepareRead<NoticeRowStored>(
    `select ${columns} from notice where application_id = ? order by notice.rowid desc`,
  )
  const open = write.prepareRead<NoticeRowStored>(
    `select ${columns} from notice_open join notice on notice.id = notice_open.notice_id
      where notice_open.body_id = ? and notice_open.state in (?, ?) order by notice.rowid`,
  )
  const attempts = write.prepareRead<AttemptLine>(
    'select number, at, outcome, answer from notice_attempt where notice_id = ? order by rowid',
  )
  const facts = write.prepareRead<StoredFact>(
    `select kind, at, occurred_at as occurredAt, after_attempt as afterAttempt, author_id as authorId,
      letter_id as letterId, detail from notice_fact where notice_id = ? order by rowid`,
  )
  const attachments = write.prepareRead<{ name: string; mediaType: string; content: Buffer }>(
    'select name, media_type as mediaType, content from notice_attachment where notice_id = ? order by position',
  )
  const attachmentNames = write.prepareRead<{ name: string }>(
    'select name from notice_attachment where notice_id = ? order by position',
  )
  const lastSequence = write.prepareRead<{ last: number | null }>(
    'select max(sequence) as last from notice where application_id = ?',
  )
  const later = write.prepareRead<{ id: string }>(
    `select later.id from notice as later join notice as asked on asked.application_id = later.application_id
      where asked.id = ? and later.rowid > asked.rowid limit 1`,
  )
  const again = write.prepareRead<{ request_id: string }>('select request_id from link_request where notice_id = ?')
  const cut = write.prepareRead<{ notice_id: string; number: number }>(
    `select started.notice_id, started.number from notice_open
      join notice_attempt as started on started.notice_id = notice_open.notice_id and started.outcome = 'started'
      where notice_open.body_id = ? and not exists (select 1 from notice_attempt as ended
        where ended.notice_id = started.notice_id and ended.number = started.number and ended.outcome <> 'started')`,
  )
  const owner = () => ({ body_id: place().bodyId, workplace_id: place().workplaceId })
  const now = () => new Date(clock.nowMs()).toISOString()
  const standing = (noticeId: string) => judgeNotice(attempts.all(noticeId), facts.all(noticeId))

  function log(noticeId: string, accountId: string | null, kind: Parameters<EventLog['append']>[0]['kind']): void {
    const notice = byId.first(noticeId)
    if (!notice) throw new Error('no such notice')
    const { applicationId, receptionId } = notice
    const objects = { noticeId, applicationId, ...(receptionId === null ? {} : { receptionId }) }
    eventLog.append({ accountId, kind, objects, result: 'done' })
  }

  /** Keeps the work list what the story says. */
  function relist(noticeId: string): void {
    const { bodyId } = place()
    const judged = standing(noticeId)
    const state = isWaiting(judged) ? 'waiting' : needsPerson(judged) ? 'failed' : null
    write.run(write.build.deleteFrom('notice_open').where('notice_id', '=', noticeId))
    // Of an application only the last notice is worth a call: the earlier ones say what no longer holds.
    if (state === null || (state === 'failed' && later.first(noticeId))) return
    write.run(write.build.insertInto('notice_open').values({ notice_id: noticeId, body_id: bodyId, state }))
  }

  function writeAttempt(noticeId: string, number: number, outcome: AttemptOutcome, answer: string): void {
    write.run(
      write.build
        .insertInto('notice_attempt')
        .values({ id: randomUUID(), notice_id: noticeId, number, at: now(), outcome, answer }),
    )
  }

  function end(noticeId: string, number: number, outcome: AttemptOutcome, answer: string): void {
    write.transaction(() => {
      writeAttempt(noticeId, number, outcome, answer)
      relist(noticeId)
      if (outcome === 'accepted') log(noticeId, null, 'noticeAccepted')
      else if (needsPerson(standing(noticeId))) log(noticeId, null, 'noticeFailed')
    })
  }

  return {
    add: ({ attachments: files, ...notice }) =>
      write.transaction(() => {
        const row: NoticeRowStored = { ...notice, id: randomUUID(), formedAt: now() }
        write.run(
          write.build.insertInto('notice').values({
            ...{ ...owner(), id: row.id, application_id: row.applicationId, reception_id: row.receptionId },
            ...{ kind: row.kind, sequence: row.sequence, to_address: row.toAddress, subject: row.subject },
            ...{ text: row.text, calendar: row.calendar, message_id: row.messageId },
            ...{ formed_at: row.formedAt, author_id: row.authorId },
          }),
        )
        for (const [position, { name, mediaType, content }] of files.entries()) {
          write.run(
            write.build
              .insertInto('notice_attachment')
              .values({ notice_id: row.id, position, name, media_type: mediaType, content }),
          )
        }
        relist(row.id)
        log(row.id, row.authorId, 'noticeFormed')
        return row
      }),
    byId: noticeId => byId.first(noticeId) ?? null,
    byMessageId: messageId => byMessageId.first(messageId, place().bodyId) ?? null,
    ofApplication: applicationId => ofApplication.all(applicationId),
    open: state => open.all(place().bodyId, state ?? 'waiting', state ?? 'failed'),
    attachments: noticeId => attachments.all(noticeId),
    attachmentNames: noticeId => attachmentNames.all(noticeId).map(({ name }) => name),
    attempts: noticeId => attempts.all(noticeId),
    facts: noticeId => facts.all(noticeId),
    standing,
    nextSequence: applicationId => (lastSequence.first(applicationId)?.last ?? -1) + 1,
    isLinkAgain: noticeId => again.first(noticeId) !== undefined,
    isSuperseded: ({ id }) => later.first(id) !== undefined,
    begin: noticeId =>
      write.transaction(() => {
        const number = (attempts.all(noticeId).at(-1)?.number ?? 0) + 1
        writeAttempt(noticeId, number, 'started', '')
        return number
      }),
    end,
    endCut: answer =>
      write.transaction(() => {
        const left = cut.all(place().bodyId)
        for (const { notice_id, number } of left) end(notice_id, number, 'unclear', answer)
        return left.length
      }),
    addFact: ({ noticeId, kind, authorId, occurredAt, letterId = null, detail }) =>
      write.transaction(() => {
        write.run(
          write.build.insertInto('notice_fact').values({
            ...{ id: randomUUID(), notice_id: noticeId, kind, at: now(), occurred_at: occurredAt ?? now() },
            ...{ after_attempt: attempts.all(noticeId).at(-1)?.number ?? 0, letter_id: letterId },
            ...{ author_id: authorId, detail },
          }),
        )
        relist(noticeId)
        const logged = loggedFacts[kind]
        if (logged !== null) log(noticeId, authorId, logged)
      }),
  }
}

const loggedFacts = {
  bounced: 'noticeFailed',
  late: 'noticeFailed',
  delivered: null,
  withdrawn: 'noticeWithdrawn',
  resendAsked: 'noticeResendAsked',
  sentByHand: 'noticeSentByHand',
  toldByPhone: 'noticeToldByPhone',
} as const
