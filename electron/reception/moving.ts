import { randomUUID } from 'node:crypto'
import { obstacleWords, overruledBy } from '../../shared/applications/appointment-text.ts'
import { obstaclesOf, type SlotRule } from '../../shared/applications/slots.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { MoveRequest } from '../../shared/contract/receptions.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { ReceptionAction, ReceptionEvent } from '../../shared/reception/event.ts'
import { confirmationStays } from '../../shared/reception/move-rule.ts'
import { fold, initialState, next } from '../../shared/reception/next.ts'
import { draftResult } from '../../shared/reception/outcomes.ts'
import { refusalText } from '../../shared/reception/refusal-text.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { readLink } from '../../shared/telemost/link.ts'
import { linkRefusalText } from '../../shared/telemost/link-text.ts'
import { localDate, localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import { journalOfReception } from './journal-of-reception.ts'
import { type LinkRule, linkInUseText } from './link-rule.ts'
import type { MoveStore, NewMove } from './move-store.ts'
import type { ReceptionRow, ReceptionRows } from './reception-rows.ts'
import { notFound, stale } from './reception-service.ts'
import type { InTurn } from './turns.ts'

export interface MovingDeps {
  readonly rows: ReceptionRows
  readonly store: MoveStore
  readonly links: LinkRule
  /** Somebody who receives citizens here now; null for anybody else. */
  readonly specialist: (accountId: string) => { readonly id: string; readonly fullName: string } | null
  /** What a time of this specialist is judged by, the time of this reception given up. */
  readonly ruleFor: (specialistId: string, exceptReceptionId: string) => SlotRule
  readonly regulation: Regulation
  /** null: no notices are written here, citizens are told by telephone. */
  readonly notices: { readonly desk: NoticeDesk; readonly transaction: WriteDb['transaction'] } | null
  readonly inTurn: InTurn
  readonly onOpenChanged: (open: boolean) => void
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** «Другой срок…»: the reception goes on as a second one of the same application. */
export interface Moving {
  /** Answers the id of the second reception. */
  move(who: Session, request: MoveRequest): Promise<Reply<{ receptionId: string }>>
  /**
   * The same inside the caller's transaction, for several receptions in one act; nobody is told before `tellMoved`.
   * Whether whoever takes over is free is the caller's to look at.
   */
  write(who: Session, request: MoveRequest): Reply<{ receptionId: string }>
  /** After the transaction: the receptions of both sides. */
  tellMoved(receptionIds: readonly string[]): void
}

type Target = Pick<NewMove, 'appointedAt' | 'link' | 'specialist' | 'overruled'>

export function makeMoving(deps: MovingDeps): Moving {
  const { rows, store, links, regulation, clock } = deps

  /** Time, link and specialist of the second reception, or what is wrong with them. */
  function targetOf(who: Session, row: ReceptionRow, request: MoveRequest, mayClash: boolean): Target | Faults {
    const { timeZone } = who.body
    const faults: Record<string, string> = {}
    const appointedAt = localToInstant(request.appointedLocal, timeZone)
    if (!appointedAt) faults.appointedLocal = 'Такого времени нет в календаре'
    else if (Date.parse(appointedAt) <= clock.nowMs() && !staysToday(row, request, appointedAt, timeZone)) {
      faults.appointedLocal = 'Это время уже прошло'
    }
    if (request.reason !== 'fault' && request.basis === null) {
      faults.basis = 'Порядком не урегулировано: укажите, кто и на каком основании решил'
    }
    const specialist = request.specialistId === null ? null : deps.specialist(request.specialistId)
    if (request.reason === 'specialistReplaced') {
      if (request.specialistId === null) faults.specialistId = 'Укажите, кто проведёт приём'
      else if (specialist === null) faults.specialistId = 'Этот сотрудник приёмов не ведёт'
    } else if (request.specialistId !== null) faults.specialistId = 'Специалиста меняет только замена'
    let link =
      row.link !== null && row.meetingNumber !== null ? { url: row.link, meetingNumber: row.meetingNumber } : null
    if (request.newLink !== null) {
      const reading = readLink(request.newLink)
      if (reading.ok) {
        const other = links.takenBy(reading.meetingNumber, row.applicationId)
        if (other !== null) faults.newLink = linkInUseText(other)
        link = reading
      } else faults.newLink = linkRefusalText(reading.refusal)
    }
    const clash =
      mayClash || !appointedAt || faults.appointedLocal || faults.specialistId
        ? null
        : clashOf(row, appointedAt, specialist?.id ?? row.specialistId)
    // What a head decided all the same stands in the event log, its basis in the move.
    const isOverruled =
      clash !== null && overruledBy[clash] === 'head' && who.account.role === 'head' && request.basis !== null
    if (clash !== null && !isOverruled) faults.appointedLocal = `${obstacleWords[clash]}. Выберите другое время`
    const overruled = isOverruled && clash === 'workplaceBusy' ? clash : null
    return Object.keys(faults).length > 0 || !appointedAt ? faults : { appointedAt, link, specialist, overruled }
  }

  /** Another reception at that time. One that keeps its time takes no more of the workplace than it did. */
  function clashOf(row: ReceptionRow, appointedAt: string, specialistId: string) {
    const startMs = Date.parse(appointedAt)
    const obstacles = obstaclesOf(startMs, deps.ruleFor(specialistId, row.id))
    if (obstacles.includes('specialistAbsent')) return 'specialistAbsent'
    if (obstacles.includes('specialistBusy')) return 'specialistBusy'
    return obstacles.includes('workplaceBusy') && startMs !== Date.parse(row.appointedAt) ? 'workplaceBusy' : null
  }

  function staysToday(row: ReceptionRow, { reason }: MoveRequest, appointedAt: string, timeZone: string): boolean {
    // Somebody stands in at once where the colleague did not come: the citizen may be waiting already.
    const isSame = Date.parse(appointedAt) === Date.parse(row.appointedAt)
    return reason === 'specialistReplaced' && isSame && isToday(appointedAt, timeZone)
  }
  const isToday = (at: string, timeZone: string) => localDate(at, timeZone) === localDate(clock.nowMs(), timeZone)

  function write(who: Session, request: MoveRequest, mayClash: boolean): Reply<{ receptionId: string }> {
    const row = rows.byId(request.receptionId)
    if (!row) return notFound()
    const { timeZone } = who.body
    const limits = receptionLimits(regulation, timeZone)
    const history = rows.events(row.id)
    const before = fold(initialState(row), history, limits)
    if (before.nextSequence !== request.expectedSequence) return stale()
    if (before.step.name === 'moving' && before.step.reason !== request.reason) {
      return refused('refusedByRule', 'Приём переносится по другому основанию. Ничего не записано.')
    }
    const target = targetOf(who, row, request, mayClash)
    if (!isTarget(target)) return refused('badInput', 'Проверьте выделенные поля. Приём не перенесён.', target)

    const toReceptionId = randomUUID()
    const movedAt = new Date(clock.nowMs()).toISOString()
    const moved: ReceptionAction = { kind: 'moved', toReceptionId }
    const actions: ReceptionAction[] =
      before.step.name === 'moving' ? [moved] : [{ kind: 'moving', reason: request.reason }, moved]
    let state = before
    const events: NewMove['events'][number][] = []
    for (const action of actions) {
      const event: ReceptionEvent = {
        sequence: state.nextSequence,
        ...{ occurredAt: movedAt, recordedAt: movedAt, authorId: who.account.id, source: 'hand', action },
      }
      const answer = next(state, event, limits, history)
      if (!answer.ok) return refused('refusedByRule', refusalText(answer.refusal))
      state = answer.state
      events.push({ event, step: state.step.name })
    }
    const moves = store.movesTo(row.id)
    const resultText =
      request.reason === 'fault'
        ? draftResult({ state: before, regulation, outcome: 'fault', timeZone, nowMs: clock.nowMs() })
        : ''
    const thisMove = {
      fromAppointedAt: row.appointedAt,
      toAppointedAt: target.appointedAt,
      ...{ reason: request.reason, resultText },
    }
    const sameTime = Date.parse(target.appointedAt) === Date.parse(row.appointedAt)
    const written = store.move({
      ...target,
      confirmationValid: confirmationStays(request.reason, { sameTime }),
      isNewLink: request.newLink !== null,
      fromReceptionId: row.id,
      toReceptionId,
      ...{ reason: request.reason, basis: request.basis, resultText, authorId: who.account.id, movedAt, events },
      journal: journalOfReception({
        appointedAt: target.appointedAt,
        state: initialState({
          appointedAt: target.appointedAt,
          specialistId: target.specialist?.id ?? row.specialistId,
        }),
        moves: [...moves, thisMove],
        ...{ regulation, timeZone, nowMs: clock.nowMs() },
      }),
    })
    return written === 'stale' ? stale() : done({ receptionId: toReceptionId })
  }

  /** The move and the letter about it together. Nothing is written of a time that has come, or that has no link yet. */
  function writeWithNotice(who: Session, request: MoveRequest): Reply<{ receptionId: string }> {
    const { notices } = deps
    if (notices === null) return write(who, request, false)
    return notices.transaction(() => {
      // Of the first one: what this transaction writes is not read by `rows` yet.
      const row = rows.byId(request.receptionId)
      const moved = write(who, request, false)
      const beginsAt = localToInstant(request.appointedLocal, who.body.timeZone)
      const isToCome = beginsAt !== null && Date.parse(beginsAt) > clock.nowMs()
      if (moved.ok && row && isToCome && (request.newLink !== null || row.link !== null)) {
        const { receptionId } = moved.value
        const { applicationId } = row
        notices.desk.form({ kind: 'move', applicationId, receptionId, authorId: who.account.id, attachments: [] })
      }
      return moved
    })
  }

  function tellMoved(receptionIds: readonly string[]): void {
    for (const receptionId of receptionIds) deps.announce({ kind: 'receptionChanged', receptionId })
    deps.announce({ kind: 'journalChanged' })
    deps.onOpenChanged(rows.openIds().length > 0)
  }

  return {
    move: (who, request) =>
      deps.inTurn(request.receptionId, async () => {
        const moved = writeWithNotice(who, request)
        if (moved.ok) {
          tellMoved([request.receptionId, moved.value.receptionId])
          deps.notices?.desk.sendSoon()
        }
        return moved
      }),
    write: (who, request) => write(who, request, true),
    tellMoved,
  }
}

type Faults = Record<string, string>
const isTarget = (target: Target | Faults): target is Target =>
  typeof target.appointedAt === 'string' && 'link' in target
