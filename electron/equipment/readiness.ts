import type { EquipmentCheck, Readiness } from '../../shared/contract/equipment.ts'
import { type Reply, refused } from '../../shared/contract/reply.ts'
import { blockedBy } from '../../shared/equipment/blocked-by.ts'
import { codeWords } from '../../shared/equipment/result-words.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../database/handles.ts'
import type { CheckStore } from './check-store.ts'
import type { RoomProblems } from './room-problems.ts'

/** Whether today's checks let a citizen be received, and which reception is to be checked for next. */
export interface EquipmentReadiness {
  of(receptionId: string | null): Readiness
  /** Why a room may not be opened now; null = it may. No check at all forbids nothing. */
  refusalOfRoom(): Extract<Reply<never>, { ok: false }> | null
  /** The reception that begins within a quarter of an hour and has no check of its own yet. */
  dueReception(): string | null
}

export interface ReadinessDeps {
  readonly store: CheckStore
  readonly read: ReadDb
  readonly place: () => Place
  readonly clock: Clock
  readonly roomProblem: RoomProblems['of']
}

/** From a quarter of an hour before until a minute before: later the citizen is being called already. */
const earliestMs = 15 * 60_000
const latestMs = 60_000

export function makeReadiness({ store, read, place, clock, roomProblem }: ReadinessDeps): EquipmentReadiness {
  const soon = read.prepareRead<{ id: string }>(`
    select id from reception where workplace_id = ? and step = 'scheduled' and appointed_at between ? and ?
      and not exists (select 1 from equipment_check where reception_id = reception.id)
      order by appointed_at limit 1`)
  const dayOf = (instant: string | number) => localDate(instant, place().timeZone)
  const isOfToday = ({ finishedAt }: EquipmentCheck) => dayOf(finishedAt) === dayOf(clock.nowMs())
  const checksOfToday = () => store.list({ offset: 0, limit: 50 }).filter(isOfToday)
  function refusalAfter(checks: readonly EquipmentCheck[]): Extract<Reply<never>, { ok: false }> | null {
    const blocked = blockedBy(checks)
    if (blocked.length === 0) return null
    const what = blocked.map(code => codeWords[code].toLocaleLowerCase('ru')).join(', ')
    return refused(
      'refusedByRule',
      `Комната не открыта: проверка оборудования нашла неисправность (${what}). Откройте «Оборудование», устраните её ` +
        'и повторите проверку; если не получается — «Неисправность…» (п. 3.5).',
    )
  }

  return {
    of(receptionId) {
      const today = checksOfToday()
      const own = receptionId === null ? undefined : today.find(check => check.receptionId === receptionId)
      return {
        check: own ?? today[0] ?? null,
        fullDue: !today.some(({ kind }) => kind === 'full'),
        roomRefusal: refusalAfter(today)?.fault.hint ?? null,
        roomProblem: roomProblem(receptionId),
      }
    },
    refusalOfRoom: () => refusalAfter(checksOfToday()),
    dueReception() {
      const at = (ms: number) => new Date(clock.nowMs() + ms).toISOString()
      return soon.first(place().workplaceId, at(latestMs), at(earliestMs))?.id ?? null
    },
  }
}
