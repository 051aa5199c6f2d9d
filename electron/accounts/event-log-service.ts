import type { Session } from '../../shared/contract/accounts.ts'
import { type ChainCheck, type EventLogFilter, EventLogLine } from '../../shared/contract/event-log.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'

/** «Журнал событий» for those who answer for it. */
export interface EventLogService {
  list(
    who: Session,
    request: { viewId: string; filter: EventLogFilter; offset: number; limit: number },
  ): Reply<{ total: number; rows: EventLogLine[] }>
  verify(who: Session): Promise<Reply<ChainCheck>>
}

const Objects = EventLogLine.shape.objects

export function makeEventLogService(deps: { accounts: AccountStore; eventLog: EventLog }): EventLogService {
  const { accounts, eventLog } = deps
  /** The last opening of each person. */
  const views = new Map<string, string>()
  const view = (who: Session, result: 'done' | 'intact' | 'notIntact') =>
    eventLog.append({ accountId: who.account.id, kind: 'eventLogViewed', objects: {}, result })
  return {
    list(who, { viewId, filter, offset, limit }) {
      if (views.get(who.account.id) !== viewId) {
        views.set(who.account.id, viewId)
        view(who, 'done')
      }
      const names = new Map(accounts.staff().map(({ id, shortName }) => [id, shortName]))
      const rows = eventLog.list({ ...filter, offset, limit })
      return done({
        total: eventLog.count(filter),
        rows: rows.map(({ sequence, at, account_id: accountId, kind, result, objects }) => ({
          sequence,
          at,
          shortName: accountId === null ? null : (names.get(accountId) ?? null),
          kind,
          result,
          objects: Objects.parse(JSON.parse(objects)),
        })),
      })
    },
    async verify(who) {
      const verdict = await eventLog.verifyChainAside()
      view(who, verdict.intact ? 'intact' : 'notIntact')
      return done(verdict)
    },
  }
}
