import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../database/handles.ts'

export interface NextLinkDeps {
  readonly read: ReadDb
  readonly place: () => Place
  readonly clock: Clock
}

/** The meeting of the next reception of today; null where there is none, or it has no link yet. */
export function makeNextLink({ read, place, clock }: NextLinkDeps): () => string | null {
  const next = read.prepareRead<{ link: string | null }>(`
    select link from reception
      where body_id = ? and appointed_on = ? and step = 'scheduled' order by appointed_at limit 1`)
  return () => {
    const { bodyId, timeZone } = place()
    return next.first(bodyId, localDate(clock.nowMs(), timeZone))?.link ?? null
  }
}
