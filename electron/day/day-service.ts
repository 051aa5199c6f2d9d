import type { Session } from '../../shared/contract/accounts.ts'
import type { AnswerableKind, AttentionItem, DaySheet, DayState } from '../../shared/contract/day.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { logCode } from '../accounts/log-code.ts'
import type { Clock } from '../clock.ts'
import type { ReceptionRows } from '../reception/reception-rows.ts'
import { judgeAttention } from './attention.ts'
import type { AttentionStore } from './attention-store.ts'
import { judgeClosing, type MailFacts } from './closing-lines.ts'
import type { DayStore } from './day-store.ts'
import { type FirstDayFacts, judgeFirstSteps } from './first-steps.ts'
import { todoOf } from './todo.ts'

export interface DayServiceDeps {
  readonly attention: AttentionStore
  readonly store: DayStore
  readonly rows: Pick<ReceptionRows, 'ofDay' | 'stepOf'>
  readonly roomInReceptions: () => number
  /** What other services ask this person for now: terms, letters, notices. */
  readonly askers: readonly ((who: Session) => readonly AttentionItem[])[]
  readonly mail: () => MailFacts
  /** Asked on a first day alone. */
  readonly firstDay: () => Omit<FirstDayFacts, 'incoming'>
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** «Сделать сегодня», «Завершить день», «Лист приёмов на день». */
export interface DayService {
  state(who: Session): Reply<DayState>
  answer(who: Session, answer: { kind: AnswerableKind; subjectId: string; note: string }): Reply<DayState>
  close(who: Session): Reply<DayState>
  reopen(who: Session, reason: string): Reply<DayState>
  sheet(who: Session, date: string): Reply<DaySheet>
}

export function makeDayService(deps: DayServiceDeps): DayService {
  const { attention, store, rows, clock } = deps

  function stateOf(who: Session): DayState {
    const { timeZone } = who.body
    const nowMs = clock.nowMs()
    const date = localDate(nowMs, timeZone)
    const judged = judgeAttention(attention, {
      ...{ nowMs, timeZone, roomInReceptions: deps.roomInReceptions(), asked: deps.askers.flatMap(ask => ask(who)) },
      forHead: who.account.role === 'head',
    })
    const { items, stillToCome } = judged
    const recordingsUnproven = attention.recordingsUnproven(date)
    const mail = deps.mail()
    return {
      ...{ date, items, remaining: stillToCome.length, todo: todoOf(items), closing: store.closingOf(date) },
      lines: judgeClosing({ items, stillToCome, recordingsUnproven, mail }),
      firstSteps: attention.hasApplications() ? null : judgeFirstSteps({ ...deps.firstDay(), incoming: mail.incoming }),
    }
  }

  function changed(who: Session): Reply<DayState> {
    deps.announce({ kind: 'journalChanged' })
    return done(stateOf(who))
  }

  return {
    state: who => done(stateOf(who)),
    answer(who, { kind, subjectId, note }) {
      const asked = stateOf(who).items.some(item => item.kind === kind && item.subjectId === subjectId)
      if (!asked) return refused('notFound', 'На это уже ответили, или оно больше не требует внимания.')
      const written = store.answer({ kind, subjectId, note, authorId: who.account.id })
      return written ? changed(who) : refused('stale', 'На это уже ответили. Ваш ответ не записан.')
    },
    close(who) {
      const { date, items, remaining, closing } = stateOf(who)
      if (closing) return refused('stale', 'День уже закрыт.')
      if (remaining > 0) return refused('refusedByRule', 'Не все приёмы дня завершены. День не закрыт.')
      if (items.some(({ holdsDay }) => holdsDay)) {
        return refused('refusedByRule', 'Есть то, что требует внимания. День не закрыт.')
      }
      store.close(date, who.account.id)
      return changed(who)
    },
    reopen(who, reason) {
      const { date, closing } = stateOf(who)
      if (!closing) return refused('stale', 'День уже открыт.')
      store.reopen(date, who.account.id, reason)
      return changed(who)
    },
    sheet(who, date) {
      const due = rows.ofDay(date).filter(({ id }) => !over.has(rows.stepOf(id)))
      const { sequence, hash, at } = store.notePrinted(who.account.id)
      const day = localDate(Date.parse(at), who.body.timeZone)
      return done({
        date,
        rows: due.map(({ appointedAt, shortName, phone }) => ({ appointedAt, shortName, phone })),
        logHead: { line: sequence, at, code: logCode({ sequence, day, hash }) },
      })
    },
  }
}

const over: ReadonlySet<string | null> = new Set<ReceptionStepName>(['closed', 'cancelled', 'moved'])
