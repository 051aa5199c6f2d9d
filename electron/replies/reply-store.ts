import { randomUUID } from 'node:crypto'
import type { ReplyVerdict } from '../../shared/contract/replies.ts'
import type { LetterKind } from '../../shared/letters/letter-reading.ts'
import type { LetterReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import { bundledSubjects } from '../../shared/notices/own-subjects.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { receiptSourceOfLetter } from '../mailroom/receipt-source-of-letter.ts'
import type { MarkedApplication, ReplySources } from './match-reply.ts'

/** A letter that may be an answer, without its text. */
export interface WaitingLetter {
  readonly id: string
  readonly kind: LetterKind
  /** Instant; of `taken` only when the program took it. */
  readonly receivedAt: string
  readonly receiptSource: LetterReceiptSource
}

export interface NewReplyDecision {
  readonly letterId: string
  readonly letterKind: LetterKind
  readonly verdict: ReplyVerdict
  readonly applicationId: string | null
  readonly receptionId: string | null
  readonly late: boolean
  readonly note: string
  readonly authorId: string
}

/** Answers of citizens among the letters, and what was decided of them. */
export interface ReplyStore extends ReplySources {
  /**
   * Answers, and other letters that could be some, since an instant, that nobody has judged; the oldest first. One that
   * holds an application counts whatever became of it as an application: it may be an answer as well.
   */
  waiting(since: string): readonly WaitingLetter[]
  raw(letterId: string): Buffer | null
  /** The e-mail of an application in small letters, and the letter it came by; null where there is none. */
  marksOf(applicationId: string): { readonly email: string | null; readonly letterId: string | null } | null
  /** What counts of a letter's judgement now. */
  judgement(letterId: string): { readonly verdict: ReplyVerdict; readonly journalNumber: number | null } | null
  /** The reception of an application that was made last; null where there is none. */
  latestReception(applicationId: string): { readonly id: string; readonly appointedAt: string } | null
  /** Applications still to be received, by number or the beginning of the family name. */
  candidates(text: string): readonly string[]
  /**
   * Decision, «handled» of the letter and line of the log; joins the running transaction. `false`: somebody was faster,
   * nothing is written. A letter that stands under «Письма» stays there, but for one that is no more than its answer.
   */
  decide(decision: NewReplyDecision): boolean
  /** Undoes `decide` and the mark of that letter, with who and when; joins the running transaction. */
  takeBack(letterId: string, authorId: string): boolean
}

export interface ReplyStoreDeps {
  /** Subjects of the notices as this body writes them; left out: those of the program. */
  readonly subjects?: () => readonly string[]
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

/** More are never shown at once: answers go before other letters, the newest before older ones. */
const mostLetters = 500
const mostCandidates = 20
const open = `exists (select 1 from reception where reception.application_id = application.id
  and reception.step in ('scheduled', 'waiting', 'moving'))`
const handledReasons: Readonly<Record<ReplyVerdict, string>> = {
  confirms: 'Ответ гражданина: подтверждает участие',
  declines: 'Ответ гражданина: отказывается от приёма',
  neither: 'Письмо не об участии в приёме',
}

export function makeReplyStore({ write, place, clock, eventLog, subjects }: ReplyStoreDeps): ReplyStore {
  // Through the writer: a decision is taken on what the running transaction sees.
  const waiting = write.prepareRead<WaitingRow>(`
    select id, kind, received_at, receipt_source from (
      select letter.id, letter.kind, letter.received_at, ${receiptSourceOfLetter} as receipt_source from letter
        left join letter_receipt on letter_receipt.letter_id = letter.id
        left join letter_act as act
          on act.rowid = (select max(last.rowid) from letter_act as last where last.letter_id = letter.id)
        where letter.body_id = ? and letter.received_at >= ?
          and letter.kind in ('reply', 'autoReply', 'application', 'other') and letter.raw is not null
          and not exists (select 1 from standing_reply_decision as judged where judged.letter_id = letter.id)
          and (letter.kind = 'application' or ((act.kind is null or act.kind = 'takenBack')
            and not exists (select 1 from application where application.letter_id = letter.id)))
        order by letter.kind = 'other', letter.kind = 'application', letter.received_at desc limit ${mostLetters})
      order by received_at`)
  const raw = write.prepareRead<{ raw: Buffer | null }>('select raw from letter where id = ? and body_id = ?')
  const notice = write.prepareRead<{ application_id: string; reception_id: string | null }>(
    'select application_id, reception_id from notice where message_id = ? and body_id = ?',
  )
  const marked = 'id, lower(trim(email)) as email, letter_id, journal_number'
  const numbered = write.prepareRead<MarkedRow>(`
    select ${marked}, ${open} as is_open from application where body_id = ? and journal_number = ?
      order by journal_year desc`)
  const addressed = write.prepareRead<MarkedRow>(`
    select ${marked}, ${open} as is_open from application
      where body_id = ? and email is not null and lower(email) = ? and ${open} order by registered_at desc`)
  const marks = write.prepareRead<MarkedRow>(
    `select ${marked}, 0 as is_open from application where id = ? and body_id = ?`,
  )
  const judgement = write.prepareRead<{ decision: ReplyVerdict; journal_number: number | null }>(`
    select judged.decision, application.journal_number from standing_reply_decision as judged
      left join application on application.id = judged.application_id where judged.letter_id = ?`)
  const latest = write.prepareRead<{ id: string; appointed_at: string }>(`
    select id, appointed_at from reception where application_id = ? and body_id = ? and step <> 'moved'
      order by created_at desc limit 1`)
  const openOnes = write.prepareRead<{ id: string; journal_number: number; family_name: string }>(`
    select id, journal_number, family_name from application where body_id = ? and ${open}
      order by journal_year desc, journal_number desc`)
  const decided = write.prepareRead<{ id: string; application_id: string | null; reception_id: string | null }>(
    'select id, application_id, reception_id from standing_reply_decision where letter_id = ?',
  )
  const markOfLetter = write.prepareRead<{ id: string }>(
    "select id from standing_application_mark where letter_id = ? and kind = 'confirmed'",
  )
  const lastAct = write.prepareRead<{ kind: string }>(
    'select kind from letter_act where letter_id = ? order by rowid desc limit 1',
  )

  return {
    waiting: since =>
      waiting.all(place().bodyId, since).map(row => ({
        ...{ id: row.id, kind: row.kind, receivedAt: row.received_at, receiptSource: row.receipt_source },
      })),
    raw: letterId => raw.first(letterId, place().bodyId)?.raw ?? null,
    notice(messageId) {
      const row = notice.first(messageId, place().bodyId)
      return row ? { applicationId: row.application_id, receptionId: row.reception_id } : null
    },
    byNumber: number => numbered.all(place().bodyId, number).map(asMarked),
    byAddress: address => addressed.all(place().bodyId, address.toLowerCase()).map(asMarked),
    subjects: () => subjects?.() ?? bundledSubjects,
    marksOf(applicationId) {
      const row = marks.first(applicationId, place().bodyId)
      return row ? { email: row.email || null, letterId: row.letter_id } : null
    },
    judgement(letterId) {
      const row = judgement.first(letterId)
      return row ? { verdict: row.decision, journalNumber: row.journal_number } : null
    },
    latestReception(applicationId) {
      const row = latest.first(applicationId, place().bodyId)
      return row ? { id: row.id, appointedAt: row.appointed_at } : null
    },
    candidates(text) {
      const wanted = text.replace(/^№\s*/u, '').toLocaleLowerCase('ru')
      const fits = (row: { journal_number: number; family_name: string }) =>
        String(row.journal_number) === wanted || row.family_name.toLocaleLowerCase('ru').startsWith(wanted)
      return openOnes
        .all(place().bodyId)
        .filter(fits)
        .slice(0, mostCandidates)
        .map(({ id }) => id)
    },
    decide: ({ letterId, letterKind, verdict, applicationId, receptionId, late, note, authorId }) =>
      write.transaction(() => {
        if (decided.first(letterId)) return false
        const { bodyId, workplaceId } = place()
        const at = new Date(clock.nowMs()).toISOString()
        const common = { body_id: bodyId, workplace_id: workplaceId, letter_id: letterId, author_id: authorId, at }
        write.run(
          write.build.insertInto('reply_decision').values({
            ...{ ...common, id: randomUUID(), application_id: applicationId, reception_id: receptionId },
            ...{ decision: verdict, late: late ? 1 : 0, note },
          }),
        )
        if (isHandledBy(letterKind, verdict)) {
          write.run(
            write.build
              .insertInto('letter_act')
              .values({ ...common, id: randomUUID(), kind: 'handled', reason: handledReasons[verdict] }),
          )
        }
        eventLog.append({
          ...{ accountId: authorId, kind: 'replyJudged', result: verdict },
          objects: {
            ...(applicationId === null ? {} : { applicationId }),
            ...(receptionId === null ? {} : { receptionId }),
          },
        })
        return true
      }),
    takeBack: (letterId, authorId) =>
      write.transaction(() => {
        const decision = decided.first(letterId)
        if (!decision) return false
        const { bodyId, workplaceId } = place()
        const at = new Date(clock.nowMs()).toISOString()
        const by = { author_id: authorId, at }
        write.run(write.build.insertInto('reply_taken_back').values({ decision_id: decision.id, ...by }))
        for (const { id } of markOfLetter.all(letterId)) {
          write.run(write.build.insertInto('mark_taken_back').values({ mark_id: id, ...by }))
        }
        if (lastAct.first(letterId)?.kind === 'handled') {
          write.run(
            write.build.insertInto('letter_act').values({
              ...{ ...by, id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, letter_id: letterId },
              ...{ kind: 'takenBack', reason: '' },
            }),
          )
        }
        const { application_id: applicationId, reception_id: receptionId } = decision
        eventLog.append({
          ...{ accountId: authorId, kind: 'replyTakenBack', result: 'done' },
          objects: { ...(applicationId && { applicationId }), ...(receptionId && { receptionId }) },
        })
        return true
      }),
  }
}

/** An application stays to be registered; what was not understood and is about something else is still to be read. */
const isHandledBy = (kind: LetterKind, verdict: ReplyVerdict): boolean =>
  kind !== 'application' && !(kind === 'other' && verdict === 'neither')

interface WaitingRow {
  readonly id: string
  readonly kind: LetterKind
  readonly received_at: string
  readonly receipt_source: LetterReceiptSource
}

interface MarkedRow {
  readonly id: string
  readonly email: string | null
  readonly letter_id: string | null
  readonly journal_number: number
  readonly is_open: 0 | 1
}
const asMarked = (row: MarkedRow): MarkedApplication => ({ id: row.id, email: row.email, isOpen: row.is_open === 1 })
