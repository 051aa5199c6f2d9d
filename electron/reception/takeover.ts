import { type Occupied, obstaclesOf, type SlotRule } from '../../shared/applications/slots.ts'
import type { Session, StaffMember } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type {
  ChangeNotice,
  TakeoverBetween,
  TakeoverConflict,
  TakeoverLine,
  TakeoverPerson,
  TakeoverRequest,
  TakeoverResult,
} from '../../shared/contract/takeover.ts'
import { formatTime, localDate } from '../../shared/text/date-time.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import { yieldThread } from '../yield-thread.ts'
import type { Moving } from './moving.ts'
import type { ReceptionRows } from './reception-rows.ts'
import type { AheadReception, TakeoverStore } from './takeover-store.ts'

export interface TakeoverDeps {
  readonly store: TakeoverStore
  readonly rows: Pick<ReceptionRows, 'events'>
  readonly moving: Pick<Moving, 'write' | 'tellMoved'>
  /** Everybody who ever worked here. */
  readonly staff: () => readonly StaffMember[]
  /** п. 3.3, on a local day; while nobody is entered, everybody may. */
  readonly mayReceive: (accountId: string, topicId: string | null, on: string) => boolean
  /** null: no notices are written here, citizens are told by telephone. */
  readonly notices: NoticeDesk | null
  readonly write: Pick<WriteDb, 'transaction'>
  readonly eventLog: EventLog
  /** What a time of this specialist is judged by now. */
  readonly ruleFor: (specialistId: string) => SlotRule
  readonly clock: Clock
}

/** «Передать приёмы» (п. 3.3): the receptions of an absent colleague go to somebody else, at the same time. */
export interface Takeover {
  people(who: Session): Reply<TakeoverPerson[]>
  preview(who: Session, between: TakeoverBetween): Reply<TakeoverLine[]>
  carryOut(who: Session, request: TakeoverRequest): Promise<Reply<TakeoverResult>>
}

/** Undoes one reception of the act, and leaves the others. */
class Left extends Error {}

export function makeTakeover(deps: TakeoverDeps): Takeover {
  const { store, moving, notices, clock } = deps
  const today = (who: Session) => localDate(clock.nowMs(), who.body.timeZone)
  const receives = ({ role, disabledAt }: StaffMember) => role === 'specialist' && disabledAt === null

  function peopleFault(request: Pick<TakeoverRequest, 'fromId' | 'toId'>): Record<string, string> | null {
    if (request.fromId === request.toId) return { toId: 'Это тот же сотрудник' }
    const [from, to] = [request.fromId, request.toId].map(id => deps.staff().find(one => one.id === id))
    if (!from) return { fromId: 'Такого сотрудника нет' }
    return to && receives(to) ? null : { toId: 'Этот сотрудник приёмов не ведёт' }
  }

  /** What stands against each reception in turn: what goes over takes its time from those after it. */
  function judgeFor(toId: string): Judge {
    const rule = deps.ruleFor(toId)
    const occupied: Occupied[] = [...rule.occupied]
    return {
      conflictOf({ appointedAt, topicId, appointedOn }) {
        const obstacles = obstaclesOf(Date.parse(appointedAt), { ...rule, occupied })
        if (obstacles.includes('specialistAbsent')) return 'absent'
        if (obstacles.includes('specialistBusy')) return 'doubleBooked'
        return deps.mayReceive(toId, topicId, appointedOn) ? null : 'notAuthorised'
      },
      noteTaken({ appointedAt }) {
        occupied.push({ startMs: Date.parse(appointedAt), specialistId: toId, workplaceId: rule.workplaceId })
      },
    }
  }

  const mayMove = (conflict: TakeoverConflict | null, { account }: Session): boolean =>
    conflict === null || (conflict === 'notAuthorised' && account.role === 'head')

  /** One reception with its notice, inside a savepoint of its own; throws `Left` with the reason. */
  function carry(who: Session, { fromId, toId, basis, receptions: [chosen] }: OneReception, judge: Judge): Carried {
    const reception = store.byId(chosen.receptionId)
    if (!reception) throw new Left('Такого приёма нет.')
    if (reception.specialistId !== fromId) throw new Left('Приём уже ведёт другой сотрудник.')
    const conflict = judge.conflictOf(reception)
    if (!mayMove(conflict, who)) throw new Left(conflictTexts[conflict ?? 'doubleBooked'])
    const { timeZone } = who.body
    const { appointedAt, applicationId, isAnnounced } = reception
    const moved = moving.write(who, {
      ...{ ...chosen, reason: 'specialistReplaced', basis, specialistId: toId, newLink: null },
      appointedLocal: `${localDate(appointedAt, timeZone)}T${formatTime(appointedAt, timeZone)}`,
    })
    if (!moved.ok) throw new Left(reasonOf(moved.fault))
    judge.noteTaken(reception)
    const { receptionId } = moved.value
    return { receptionId, notice: isAnnounced ? tell(applicationId, receptionId, who.account.id) : 'notDue' }
  }

  function tell(applicationId: string, receptionId: string, authorId: string): ChangeNotice {
    if (notices === null) return 'notWritten'
    const formed = notices.form({ kind: 'move', applicationId, receptionId, authorId, attachments: [] })
    return formed === 'noAddress' ? 'noAddress' : 'formed'
  }

  return {
    people(who) {
      const counts = store.counts(today(who))
      return done(
        deps
          .staff()
          .map(member => ({
            ...{ id: member.id, shortName: member.shortName, position: member.position },
            ...{ ahead: counts.get(member.id) ?? 0, receives: receives(member) },
          }))
          .filter(({ ahead, receives: mayReceive }) => mayReceive || ahead > 0),
      )
    },
    preview(who, between) {
      const fault = peopleFault(between)
      if (fault) return refused('badInput', 'Проверьте, кто кому передаёт приёмы.', fault)
      const { fromId, toId, until } = between
      const since = between.since !== null && between.since > today(who) ? between.since : today(who)
      const judge = judgeFor(toId)
      const lines = store.ahead(fromId, since).filter(({ appointedOn }) => until === null || appointedOn <= until)
      return done(
        lines.map(line => {
          const conflict = judge.conflictOf(line)
          const possible = mayMove(conflict, who)
          if (possible && !between.staying.includes(line.receptionId)) judge.noteTaken(line)
          return {
            ...{ receptionId: line.receptionId, appointedAt: line.appointedAt, journalNumber: line.journalNumber },
            expectedSequence: deps.rows.events(line.receptionId).length,
            shortName: who.account.role === 'administrator' ? null : line.shortName,
            ...{ conflict, noticeDue: line.isAnnounced, possible },
          }
        }),
      )
    },
    async carryOut(who, request) {
      const fault = peopleFault(request)
      if (fault) return refused('badInput', 'Проверьте, кто кому передаёт приёмы. Ничего не передано.', fault)
      const result: TakeoverResult = { moved: [], left: [] }
      let workedMs = 0
      for (let from = 0; from < request.receptions.length; from += receptionsAtOnce) {
        // Two hundred of them take seconds: nothing else waits for all.
        if (from > 0) await yieldThread(workedMs)
        const begunMs = performance.now()
        const receptions = request.receptions.slice(from, from + receptionsAtOnce)
        const { moved, left } = carrySome(who, { ...request, receptions })
        result.moved.push(...moved)
        result.left.push(...left)
        workedMs = performance.now() - begunMs
      }
      if (result.moved.some(({ notice }) => notice === 'formed')) notices?.sendSoon()
      return done(result)
    },
  }

  /** These with their line of the event log, in one transaction; what cannot be moved stays with its reason. */
  function carrySome(who: Session, request: TakeoverRequest): TakeoverResult {
    const told: string[] = []
    const result = deps.write.transaction(() => {
      const moved: TakeoverResult['moved'] = []
      const left: TakeoverResult['left'] = []
      const judge = judgeFor(request.toId)
      for (const chosen of request.receptions) {
        const journalNumber = store.byId(chosen.receptionId)?.journalNumber ?? null
        try {
          const carried = deps.write.transaction(() => carry(who, { ...request, receptions: [chosen] }, judge))
          moved.push({ ...carried, journalNumber: journalNumber ?? 0 })
          told.push(chosen.receptionId, carried.receptionId)
        } catch (error) {
          if (!(error instanceof Left)) throw error
          left.push({ receptionId: chosen.receptionId, journalNumber, why: error.message })
        }
      }
      if (moved.length > 0) {
        const objects = { subjectAccountId: request.fromId, sequence: moved.length }
        deps.eventLog.append({ accountId: who.account.id, kind: 'receptionsTakenOver', objects, result: 'done' })
      }
      return { moved, left }
    })
    if (told.length > 0) moving.tellMoved(told)
    return result
  }
}

/** Moved in one transaction, some ten milliseconds each. */
const receptionsAtOnce = 2

interface Judge {
  conflictOf(reception: AheadReception): TakeoverConflict | null
  noteTaken(reception: AheadReception): void
}
type OneReception = Omit<TakeoverRequest, 'receptions'> & { readonly receptions: readonly [Chosen] }
type Chosen = TakeoverRequest['receptions'][number]
interface Carried {
  readonly receptionId: string
  readonly notice: ChangeNotice
}

const conflictTexts: Readonly<Record<TakeoverConflict, string>> = {
  absent: 'Новый специалист в этот день отсутствует.',
  doubleBooked: 'У нового специалиста на это время уже есть приём.',
  notAuthorised: 'Специалист не уполномочен на эту тематику в этот день (п. 3.3): решает руководитель.',
}

/** What stands at a field says more than the sentence over the form. */
const reasonOf = ({ hint, fields }: { hint: string; fields?: Record<string, string> | undefined }): string =>
  Object.values(fields ?? {})[0] ?? hint
