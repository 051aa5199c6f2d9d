import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import { refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { type HeldNotices, makeHeldNotices } from '../notices/held-notices.ts'
import type { NoticeWriter } from '../notices/notice-desk.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import { makeTermStore, type TermStoreDeps } from '../terms/term-store.ts'
import { makeAnsweredApplications } from './answered-application.ts'
import { type AnswerReader, makeReplyIndex } from './reply-index.ts'
import { makeReplyService, type ReplyService } from './reply-service.ts'
import { makeReplyStore } from './reply-store.ts'

export interface RepliesCareDeps extends TermStoreDeps {
  readonly regulation: Pick<Regulation, 'terms'>
  readonly calendar: () => WorkingCalendar
  readonly readAnswer: AnswerReader
  readonly cancelByCitizen: ReceptionService['cancelByCitizen']
  readonly takeBackCancellation?: ReceptionService['takeBackCancellation']
  /** Left out: no notices are written here. */
  readonly notices?: Pick<NoticeWriter, 'withdrawCancellation' | 'sendSoon'>
  readonly held?: HeldNotices
  /** Subjects of the notices as this body writes them. */
  readonly subjects?: () => readonly string[]
  readonly announce: (announcement: Announcement) => void
  readonly log: { error(facts: object, message: string): void }
}

/** Answers of citizens, put together. */
export interface RepliesCare {
  readonly service: ReplyService
  /** Once a second: looks now and then whether answers came, and tells the pages. */
  tick(): void
}

/** The letters are looked at every so many seconds: an answer may wait so long to be seen on «Сегодня». */
const secondsBetweenLooks = 3

export function makeRepliesCare(deps: RepliesCareDeps): RepliesCare {
  const { clock, announce } = deps
  const store = makeReplyStore(deps)
  const terms = makeTermStore(deps)
  const index = makeReplyIndex({ store, clock, readAnswer: deps.readAnswer })
  const service = makeReplyService({
    ...{ store, index, terms, write: deps.write, announce, clock },
    answered: makeAnsweredApplications({
      ...{ store, terms, calendar: deps.calendar, clock },
      rules: deps.regulation.terms,
    }),
    cancelByCitizen: deps.cancelByCitizen,
    takeBackCancellation:
      deps.takeBackCancellation ?? (async () => refused('refusedByRule', 'Отмену здесь назад не берут.')),
    withdrawCancellation: deps.notices?.withdrawCancellation ?? (() => 'none'),
    held: deps.held ?? makeHeldNotices(clock),
    timeZone: () => deps.place().timeZone,
  })
  let seconds = 0
  let isLooking = false
  return {
    service,
    tick() {
      seconds += 1
      if (isLooking || seconds % secondsBetweenLooks !== 1) return
      isLooking = true
      index
        .refresh()
        .then(changed => {
          if (changed) announce({ kind: 'journalChanged' })
        })
        .catch(error => deps.log.error({ error: String(error) }, 'answers of citizens cannot be looked through'))
        .finally(() => {
          isLooking = false
        })
    },
  }
}
