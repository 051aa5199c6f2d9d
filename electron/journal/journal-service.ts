import type { Session } from '../../shared/contract/accounts.ts'
import type {
  CorrectableColumn,
  JournalCounts,
  JournalEntry,
  JournalFilter,
  JournalLook,
  JournalRow,
  NewCorrection,
} from '../../shared/contract/journal.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { CorrectionStore } from './correction-store.ts'
import type { JournalHistory } from './journal-history.ts'
import type { JournalPage, JournalStore } from './journal-store.ts'

export interface JournalServiceDeps {
  readonly store: JournalStore
  readonly history: JournalHistory
  readonly corrections: CorrectionStore
  readonly eventLog: EventLog
  readonly regulation: Regulation
  readonly announce: (announcement: Announcement) => void
}

/** The journal of Annex 1 for the screens. */
export interface JournalService {
  list(page: JournalPage): Reply<{ total: number; rows: JournalRow[] }>
  /** How many lines match, those struck through apart. */
  counts(filter: JournalFilter): Reply<JournalCounts>
  columns(): Reply<{ title: string; columns: string[] }>
  /** A row with its history; the opening is logged once per `viewId`, however often the row is read again. */
  entry(who: Session, request: { applicationId: string; viewId: string }): Reply<JournalEntry>
  /** Who opened the row, newest first. */
  looks(applicationId: string): Reply<JournalLook[]>
  /** Puts a column right with author and reason; what was written first is kept (docs/decisions/0012). */
  correct(who: Session, correction: NewCorrection): Reply<JournalEntry>
}

const notFound = () => refused('notFound', 'Такой строки в журнале нет. Обновите журнал.')

export function makeJournalService(deps: JournalServiceDeps): JournalService {
  const { store, history, corrections, eventLog } = deps
  /** The last opening of each person. */
  const views = new Map<string, string>()

  /** Column 6 says who held a reception, column 7 how it ended: before there is one there is nothing to put right. */
  function openColumns(row: JournalRow): CorrectableColumn[] {
    // Column 7 says who struck it through and why: that is not put right.
    if (row.annulled === true) return []
    return [
      'fullName',
      'topic',
      ...(row.receptionId === null ? [] : (['specialistName'] as const)),
      ...(row.result === '' ? [] : (['result'] as const)),
    ]
  }

  const isOwner = (who: Session, applicationId: string): boolean =>
    who.account.role === 'head' || history.ownersOf(applicationId).includes(who.account.id)

  function entryOf(who: Session, applicationId: string): Reply<JournalEntry> {
    const row = store.row(applicationId)
    const written = history.writtenFirst(applicationId)
    if (!row || !written) return notFound()
    const receptions = history.receptionsOf(applicationId)
    const authorIds = receptions.flatMap(({ events }) => events.map(({ authorId }) => authorId))
    return done({
      row,
      written,
      mayCorrect: isOwner(who, applicationId) ? openColumns(row) : [],
      corrections: [...corrections.ofApplication(applicationId)],
      receptions,
      authors: history.names(authorIds),
    })
  }

  return {
    list: page => done(store.list(page)),
    counts: filter => done(store.counts(filter)),
    columns: () => done(deps.regulation.journal),
    entry(who, { applicationId, viewId }) {
      const found = entryOf(who, applicationId)
      if (found.ok && views.get(who.account.id) !== viewId) {
        views.set(who.account.id, viewId)
        const { receptionId } = found.value.row
        const objects = { applicationId, ...(receptionId === null ? {} : { receptionId }) }
        eventLog.append({ accountId: who.account.id, kind: 'journalRowViewed', objects, result: 'done' })
      }
      return found
    },
    looks: applicationId => (store.row(applicationId) ? done([...history.looksOf(applicationId)]) : notFound()),
    correct(who, correction) {
      const { applicationId, column } = correction
      const row = store.row(applicationId)
      if (!row) return notFound()
      if (!isOwner(who, applicationId)) {
        return refused(
          'notAllowed',
          'Исправить строку может специалист, который вёл приём, или руководитель. Ничего не изменено.',
        )
      }
      if (!openColumns(row).includes(column)) {
        const why = row.annulled === true ? 'Строка аннулирована' : 'В этой графе ещё ничего не записано'
        return refused('refusedByRule', `${why}: исправлять нечего. Ничего не изменено.`)
      }
      switch (corrections.add(who, correction)) {
        case 'stale':
          return refused('stale', 'Графа уже изменилась: исправление не записано. Посмотрите новый текст и повторите.')
        case 'unchanged':
          return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', {
            after: 'Новый текст совпадает с прежним',
          })
        case 'added':
          deps.announce({ kind: 'journalChanged' })
          return entryOf(who, applicationId)
      }
    },
  }
}
