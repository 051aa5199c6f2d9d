import type { BoardLine, EquipmentCheck } from '../../shared/contract/equipment.ts'
import { blockedBy } from '../../shared/equipment/blocked-by.ts'
import { standingTroubles } from '../../shared/equipment/standing-troubles.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../database/handles.ts'
import type { CheckStore } from './check-store.ts'

/** «Утренняя доска»: where a technician goes first. Nothing of a citizen is read for it. */
export interface MorningBoard {
  /** Every other workplace of the body, in the order of `lines`; no check is read for it. */
  otherPlaces(): readonly Pick<BoardLine, 'workplaceId' | 'name' | 'room'>[]
  /** Every workplace of the body; the one that receives first on top, those that receive nobody today last. */
  lines(): readonly BoardLine[]
}

export interface MorningBoardDeps {
  readonly read: ReadDb
  readonly store: Pick<CheckStore, 'since'>
  readonly place: () => Place
  readonly clock: Pick<Clock, 'nowMs'>
}

interface WorkplaceRow {
  readonly id: string
  readonly name: string
  readonly room: string | null
  readonly firstReceptionAt: string | null
}

/** A trouble found before that is told as old as this. */
const lookedBackMs = 30 * 24 * 60 * 60 * 1000

export function makeMorningBoard({ read, store, place, clock }: MorningBoardDeps): MorningBoard {
  const workplaces = read.prepareRead<WorkplaceRow>(`
    select workplace.id, workplace.name,
      (select room from workplace_passport where workplace_id = workplace.id order by at desc, rowid desc limit 1) as room,
      (select min(appointed_at) from reception
        where body_id = workplace.body_id and workplace_id = workplace.id and appointed_on = ?
          and step not in ('cancelled', 'moved')) as firstReceptionAt
      from workplace where workplace.body_id = ?`)
  const shortOf = (check: EquipmentCheck | undefined) => (check ? { at: check.finishedAt, state: check.state } : null)

  const placesOn = (date: string) =>
    workplaces
      .all(date, place().bodyId)
      .sort((one, other) => beginsMs(one) - beginsMs(other) || one.name.localeCompare(other.name, 'ru'))

  return {
    otherPlaces() {
      const { workplaceId, timeZone } = place()
      return placesOn(localDate(clock.nowMs(), timeZone))
        .filter(({ id }) => id !== workplaceId)
        .map(({ id, name, room }) => ({ workplaceId: id, name, room: room ?? '' }))
    },
    lines() {
      const { workplaceId, timeZone } = place()
      const today = localDate(clock.nowMs(), timeZone)
      const from = new Date(clock.nowMs() - lookedBackMs).toISOString()
      return placesOn(today).map(({ id, name, room, firstReceptionAt }): BoardLine => {
        const checks = store.since(from, id)
        const ofToday = checks.filter(({ finishedAt }) => localDate(finishedAt, timeZone) === today)
        return {
          ...{ workplaceId: id, name, room: room ?? '', isHere: id === workplaceId, firstReceptionAt },
          full: shortOf(ofToday.findLast(({ kind }) => kind === 'full')),
          latest: shortOf(checks.at(-1)),
          isBlocked: blockedBy(ofToday.toReversed()).length > 0,
          troubles: [...standingTroubles(checks)],
        }
      })
    },
  }
}

/** Later than any day where nobody is received. */
const beginsMs = ({ firstReceptionAt }: WorkplaceRow): number =>
  firstReceptionAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(firstReceptionAt)
