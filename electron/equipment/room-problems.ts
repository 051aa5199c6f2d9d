import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { RoomProblem, roomProblemTitles, roomProblemWords } from '../../shared/equipment/room-problem.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../database/handles.ts'

/**
 * Rooms that did not open or were lost, as the page that opened them found out. The event log remembers them for the next
 * workstation.
 */
export interface RoomProblems {
  /** `null`: it opened after all. What is known already is not written twice. */
  report(
    who: Session,
    request: { receptionId: string; problem: RoomProblem | null; atMs?: number | undefined },
  ): Reply<null>
  /**
   * At the start, for a reception that is open: what the workstation before knew of its room. `isRoomLost`: the host held
   * the room within itself and is another one now; whoever was in the meeting is out of it.
   */
  recall(receptionId: string, isRoomLost: boolean): void
  of(receptionId: string | null): RoomProblem | null
  /** Why the reception may not begin; null = its room is not known to be broken. */
  refusalOf(receptionId: string): Extract<Reply<never>, { ok: false }> | null
}

export interface RoomProblemsDeps {
  readonly read: ReadDb
  readonly place: () => Place
  readonly eventLog: Pick<EventLog, 'append'>
  readonly announce: (announcement: Announcement) => void
  readonly clock: Pick<Clock, 'nowMs'>
  /** Its window is the room: without it nobody is in the meeting. A browser’s own window may stand where another did not open. */
  readonly isRoomInside: boolean
  /** The room within was lost, or entered again, at that moment: the recording of its reception keeps it. */
  readonly onRoom: (receptionId: string, room: 'lost' | 'entered', atMs: number) => void
}

/** A reception that is open wrote its lines lately; the whole log is long. */
const recallLines = 5_000

export function makeRoomProblems({
  read,
  place,
  eventLog,
  announce,
  clock,
  isRoomInside,
  onRoom,
}: RoomProblemsDeps): RoomProblems {
  const known = read.prepareRead<{ id: string }>('select id from reception where id = ? and body_id = ?')
  const lastTold = read.prepareRead<{ result: string }>(
    `select result from event_log where sequence > (select max(sequence) from event_log) - ${recallLines}
       and kind = 'roomNotOpened' and objects ->> 'receptionId' = ? order by sequence desc limit 1`,
  )
  const standing = new Map<string, RoomProblem>()
  const of = (receptionId: string | null) => (receptionId === null ? null : (standing.get(receptionId) ?? null))
  return {
    report(who, { receptionId, problem, atMs = clock.nowMs() }) {
      if (!known.first(receptionId, place().bodyId)) {
        return refused('notFound', 'Такого приёма нет. Ничего не записано. Обновите список на экране «Сегодня».')
      }
      const before = of(receptionId)
      if (before === problem) return done(null)
      eventLog.append({
        ...{ accountId: who.account.id, kind: 'roomNotOpened', objects: { receptionId } },
        result: problem ?? 'done',
      })
      if (problem === null) standing.delete(receptionId)
      else standing.set(receptionId, problem)
      announce({ kind: 'equipmentChanged' })
      const foundAtMs = Math.min(atMs, clock.nowMs())
      if (isRoomInside && problem === null) onRoom(receptionId, 'entered', foundAtMs)
      if (isRoomInside && before === null) onRoom(receptionId, 'lost', foundAtMs)
      return done(null)
    },
    recall(receptionId, isRoomLost) {
      const told = RoomProblem.safeParse(lastTold.first(receptionId)?.result)
      if (told.success) standing.set(receptionId, told.data)
      if (!isRoomLost) return
      standing.set(receptionId, 'pageClosed')
      if (!told.success) onRoom(receptionId, 'lost', clock.nowMs())
      if (told.data === 'pageClosed') return
      eventLog.append({ accountId: null, kind: 'roomNotOpened', objects: { receptionId }, result: 'pageClosed' })
    },
    of,
    refusalOf(receptionId) {
      const problem = of(receptionId)
      return problem === null
        ? null
        : refused(
            'refusedByRule',
            `${roomProblemTitles[problem]}. ${roomProblemWords[problem]} Отметка не записана. Откройте комнату ещё раз; если не ` +
              'получается — «Неисправность…»: позвоните гражданину и согласуйте иной срок (п. 3.5).',
          )
    },
  }
}
