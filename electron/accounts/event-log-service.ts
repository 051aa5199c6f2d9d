import type { Session } from '../../shared/contract/accounts.ts'
import { type EventLogFilter, EventLogLine, type LogCheck, type SheetCheck } from '../../shared/contract/event-log.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { AccountStore } from './account-store.ts'
import { checkLog, compareWithSheet } from './check-log.ts'
import type { EventLog } from './event-log.ts'
import { readLogCode } from './log-code.ts'
import type { LogWitness } from './log-witness.ts'

/** «Журнал событий» for those who answer for it. */
export interface EventLogService {
  list(
    who: Session,
    request: { viewId: string; filter: EventLogFilter; offset: number; limit: number },
  ): Reply<{ total: number; rows: EventLogLine[] }>
  verify(who: Session): Promise<Reply<LogCheck>>
  compareSheet(who: Session, sheet: { line: number; day: string; code: string }): Promise<Reply<SheetCheck>>
}

const Objects = EventLogLine.shape.objects

export interface EventLogServiceDeps {
  readonly accounts: Pick<AccountStore, 'staff'>
  readonly eventLog: EventLog
  readonly witnesses: readonly LogWitness[]
}

export function makeEventLogService(deps: EventLogServiceDeps): EventLogService {
  const { accounts, eventLog } = deps
  /** The last opening of each person. */
  const views = new Map<string, string>()
  const view = (who: Session, result: 'done' | 'intact' | 'notIntact' | 'unconfirmed', sequence?: number) =>
    eventLog.append({
      ...{ accountId: who.account.id, kind: 'eventLogViewed', result },
      objects: sequence === undefined ? {} : { sequence },
    })
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
      const check = await checkLog(deps)
      view(who, eventResult[check.verdict])
      return done(check)
    },
    async compareSheet(who, { line, day, code }) {
      const start = readLogCode({ sequence: line, day }, code)
      if (start === null) {
        const hint = 'Номер, дата и знаки не подходят друг к другу: проверьте их по листу. Журнал не сверен.'
        return refused('badInput', hint, { code: hint })
      }
      const check = await compareWithSheet(eventLog, { line, day, start, timeZone: who.body.timeZone })
      view(who, check.verdict === 'same' ? 'intact' : check.verdict === 'restored' ? 'unconfirmed' : 'notIntact', line)
      return done(check)
    },
  }
}

const eventResult = {
  broken: 'notIntact',
  contradicted: 'notIntact',
  confirmed: 'intact',
  unconfirmed: 'unconfirmed',
} as const satisfies Record<LogCheck['verdict'], string>
