import { randomUUID } from 'node:crypto'
import type { ReplyVerdict } from '../../shared/contract/replies.ts'
import type { LetterKind } from '../../shared/letters/letter-reading.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ReplySources } from './match-reply.ts'

/** A letter that may be an answer, without its text. */
export interface WaitingLetter {
  readonly id: string
  readonly kind: LetterKind
  /** Instant. */
  readonly receivedAt: string
}

export interface NewReplyDecision {
  readonly letterId: string
  readonly verdict: ReplyVerdict
  readonly applicationId: string | null
  readonly receptionId: string | null
  readonly late: boolean
  readonly note: string
  readonly authorId: string
}

/** Answers of citizens among the letters, and what was decided of them. */
export interface ReplyStore extends ReplySources {
  /** Answers, and other letters that could be some, since an instant, that nobody has dealt with; the oldest first. */
  waiting(since: string): readonly WaitingLetter[]
  raw(letterId: string): Buffer | null
  /** The reception of an application that was made last; null where there is none. */
  latestReception(applicationId: string): { readonly id: string; readonly appointedAt: string } | null
  /** Applications still to be received, by number or the beginning of the family name. */
  candidates(text: string): readonly string[]
  /**
   * Decision, «handled» of the letter and line of the log; joins the running transaction. `false`: somebody was faster,
   * nothing is written.
   */
  decide(decision: NewReplyDecision): boolean
}

export interface ReplyStoreDeps {
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

export function makeReplyStore({ write, place, clock, eventLog }: ReplyStoreDeps): ReplyStore {
  // Through the writer: a decision is taken on what the running transaction sees.
  const waiting = write.prepareRead<{ id: string; kind: LetterKind; received_at: string }>(`
    select id, kind, received_at from (
      select letter.id, letter.kind, letter.received_at from letter
        left join letter_act as act
          on act.rowid = (select max(last.rowid) from letter_act as last where last.letter_id = letter.id)
        where letter.body_id = ? and letter.received_at >= ? and letter.kind in ('reply', 'autoReply', 'other')
          and letter.raw is not null and (act.kind is null or act.kind = 'takenBack')
          and not exists (select 1 from reply_decision where reply_decision.letter_id = letter.id)
          and not exists (select 1 from application where application.letter_id = letter.id)
        order by letter.kind = 'other', letter.received_at desc limit ${mostLetters})
      order by received_at`)
  const raw = write.prepareRead<{ raw: Buffer | null }>('select raw from letter where id = ? and body_id = ?')
  const notice = write.prepareRead<{ application_id: string; reception_id: string | null }>(
    'select application_id, reception_id from notice where message_id = ? and body_id = ?',
  )
  const numbered = write.prepareRead<{ id: string }>(`
    select id from application where body_id = ? and journal_number = ? order by ${open} desc, journal_year desc limit 1`)
  const addressed = write.prepareRead<{ id: string }>(`
    select id from application where body_id = ? and email is not null and lower(email) = ? and ${open}
      order by registered_at desc limit 1`)
  const latest = write.prepareRead<{ id: string; appointed_at: string }>(`
    select id, appointed_at from reception where application_id = ? and body_id = ? and step <> 'moved'
      order by created_at desc limit 1`)
  const openOnes = write.prepareRead<{ id: string; journal_number: number; family_name: string }>(`
    select id, journal_number, family_name from application where body_id = ? and ${open}
      order by journal_year desc, journal_number desc`)
  const decided = write.prepareRead<{ id: string }>('select id from reply_decision where letter_id = ?')

  return {
    waiting: since =>
      waiting.all(place().bodyId, since).map(row => ({ id: row.id, kind: row.kind, receivedAt: row.received_at })),
    raw: letterId => raw.first(letterId, place().bodyId)?.raw ?? null,
    notice(messageId) {
      const row = notice.first(messageId, place().bodyId)
      return row ? { applicationId: row.application_id, receptionId: row.reception_id } : null
    },
    byNumber: number => numbered.first(place().bodyId, number)?.id ?? null,
    byAddress: address => addressed.first(place().bodyId, address.toLowerCase())?.id ?? null,
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
    decide: ({ letterId, verdict, applicationId, receptionId, late, note, authorId }) =>
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
        write.run(
          write.build
            .insertInto('letter_act')
            .values({ ...common, id: randomUUID(), kind: 'handled', reason: handledReasons[verdict] }),
        )
        eventLog.append({
          ...{ accountId: authorId, kind: 'replyJudged', result: verdict },
          objects: {
            ...(applicationId === null ? {} : { applicationId }),
            ...(receptionId === null ? {} : { receptionId }),
          },
        })
        return true
      }),
  }
}
