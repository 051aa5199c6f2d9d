import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { makeErasure } from './erasure.ts'
import { readPersonalDataLaw } from './read-law.ts'
import { makeRightsService, type RightsService, type RightsServiceDeps } from './rights-service.ts'
import { makeRightsStore, type RightsStoreDeps } from './rights-store.ts'

/** The rights of the person in the data put together, with the erasure that goes on by itself. */
export interface RightsCare {
  readonly service: RightsService
  attention(): AttentionItem[]
  /** Once after the start and once a day, some at a time, never while a citizen is received. */
  tick(): void
}

export interface RightsCareDeps extends RightsStoreDeps, Pick<RightsServiceDeps, 'calendar' | 'announce'> {
  readonly lawFile: string
  readonly settings: () => Settings
  /** Epoch milliseconds; null: the clock is doubted. */
  readonly trustedNow: () => number | null
  /** Set up, and nobody is being received. */
  readonly isIdle: () => boolean
  /** Empties the write-ahead log, which holds what was erased for a while. */
  readonly checkpoint: () => void
  readonly log: { error(objects: object, text: string): void }
}

export async function makeRightsCare(deps: RightsCareDeps): Promise<RightsCare> {
  const { place } = deps
  const erasure = makeErasure(deps)
  const { attention, ...service } = makeRightsService({
    ...deps,
    store: makeRightsStore(deps),
    erasure,
    law: await readPersonalDataLaw(deps.lawFile),
  })
  let doneOn: string | null = null
  let erasedToday = false
  return {
    service: {
      ...service,
      finish(who, act) {
        const answer = service.finish(who, act)
        if (answer.ok) deps.checkpoint()
        return answer
      },
    },
    attention,
    tick() {
      if (!deps.isIdle()) return
      const nowMs = deps.trustedNow()
      // Of a clock that is doubted nothing is erased; it is asked again a second later.
      if (nowMs === null) return
      const today = localDate(nowMs, place().timeZone)
      if (doneOn === today) return
      try {
        if (erasure.run(deps.settings(), nowMs) > 0) {
          erasedToday = true
          return
        }
        if (erasedToday) deps.checkpoint()
      } catch (error) {
        // Tried again tomorrow; an error a second would bury the log.
        deps.log.error({ error: String(error) }, 'what is due cannot be erased')
      }
      doneOn = today
      erasedToday = false
    },
  }
}
