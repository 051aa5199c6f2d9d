import type { NoticeEvidence, NoticeLine, NoticeRow } from '../../shared/contract/notices.ts'
import { isWaiting, needsPerson, nextTryMs } from '../../shared/notices/notice-standing.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeRowStored, NoticeStore } from './notice-store.ts'

interface WhoRow {
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}

/** Notices as the screens see them. */
export interface NoticeViews {
  row(notice: NoticeRowStored): NoticeRow
  evidence(notice: NoticeRowStored): NoticeEvidence
}

export interface NoticeViewDeps {
  readonly store: NoticeStore
  readonly write: Pick<WriteDb, 'prepareRead'>
  readonly place: () => Place
}

export function makeNoticeViews({ store, write, place }: NoticeViewDeps): NoticeViews {
  const who = write.prepareRead<WhoRow>(
    'select journal_number, family_name, given_name, patronymic from application where id = ? and body_id = ?',
  )
  const authors = write.prepareRead<{ full_name: string }>('select full_name from account where id = ?')
  const authorName = (id: string) => shortName(authors.first(id)?.full_name ?? '')

  function row(notice: NoticeRowStored): NoticeRow {
    const of = who.first(notice.applicationId, place().bodyId)
    if (!of) throw new Error('a notice without its application')
    const standing = store.standing(notice.id)
    const attempts = store.attempts(notice.id)
    const asked = needsPerson(standing)
    const next = nextTryMs(standing)
    const { id, applicationId, receptionId, kind, formedAt } = notice
    // What says what no longer holds is not sent again, whatever became of it.
    const isLast = !store.isSuperseded(notice)
    return {
      ...{ id, applicationId, receptionId, kind, formedAt },
      journalNumber: of.journal_number,
      shortName: shortName(fullNameOfRow(of)),
      standing: standing.kind,
      since: standing.since,
      nextTryAt: isWaiting(standing) && next > 0 ? new Date(next).toISOString() : null,
      answer: attempts.at(-1)?.answer ?? '',
      needsPerson: asked,
      mayResend: isLast && asked && standing.kind !== 'late',
      mayTell: isLast && (asked || (isWaiting(standing) && standing.kind !== 'sending')),
    }
  }

  return {
    row,
    evidence(notice) {
      const { id, toAddress, subject, text, calendar, messageId, authorId } = notice
      return {
        ...row(notice),
        ...{ toAddress, subject, text, messageId },
        hasCalendar: calendar !== null,
        attachmentNames: [...store.attachmentNames(id)],
        authorName: authorName(authorId),
        lines: linesOf(store, id, authorName),
      }
    },
  }
}

/** Tries and facts as one story. */
function linesOf(store: NoticeStore, noticeId: string, authorName: (id: string) => string): NoticeLine[] {
  const attempts = store.attempts(noticeId)
  const facts = store.facts(noticeId).map(({ afterAttempt, authorId, kind, at, occurredAt, detail }) => ({
    afterAttempt,
    line: {
      ...{ of: 'fact' as const, kind, at, occurredAt, detail },
      authorName: authorId === null ? null : authorName(authorId),
    },
  }))
  const numbers = [0, ...new Set(attempts.map(({ number }) => number))]
  return numbers.flatMap(number => [
    ...attempts.filter(attempt => attempt.number === number).map(attempt => ({ of: 'attempt' as const, ...attempt })),
    ...facts.filter(({ afterAttempt }) => afterAttempt === number).map(({ line }) => line),
  ])
}
