import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { type RoomProblem, roomProblemTitles, roomProblemWords } from '../../shared/equipment/room-problem.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb } from '../database/handles.ts'

/**
 * Rooms that did not open, as the page that opened them found out. Kept while the program runs: after a restart the room
 * is opened anew anyway; the event log remembers.
 */
export interface RoomProblems {
  /** `null`: it opened after all. What is known already is not written twice. */
  report(who: Session, request: { receptionId: string; problem: RoomProblem | null }): Reply<null>
  of(receptionId: string | null): RoomProblem | null
  /** Why the reception may not begin; null = its room is not known to be broken. */
  refusalOf(receptionId: string): Extract<Reply<never>, { ok: false }> | null
}

export interface RoomProblemsDeps {
  readonly read: ReadDb
  readonly place: () => Place
  readonly eventLog: Pick<EventLog, 'append'>
  readonly announce: (announcement: Announcement) => void
}

export function makeRoomProblems({ read, place, eventLog, announce }: RoomProblemsDeps): RoomProblems {
  const known = read.prepareRead<{ id: string }>('select id from reception where id = ? and body_id = ?')
  const standing = new Map<string, RoomProblem>()
  const of = (receptionId: string | null) => (receptionId === null ? null : (standing.get(receptionId) ?? null))
  return {
    report(who, { receptionId, problem }) {
      if (!known.first(receptionId, place().bodyId)) {
        return refused('notFound', 'Такого приёма нет. Ничего не записано. Обновите список на экране «Сегодня».')
      }
      if (of(receptionId) === problem) return done(null)
      eventLog.append({
        ...{ accountId: who.account.id, kind: 'roomNotOpened', objects: { receptionId } },
        result: problem ?? 'done',
      })
      if (problem === null) standing.delete(receptionId)
      else standing.set(receptionId, problem)
      announce({ kind: 'equipmentChanged' })
      return done(null)
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
