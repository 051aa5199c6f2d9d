import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { WriteDb } from '../database/handles.ts'
import type { SettingsStore } from './settings-store.ts'

/** Reading is everybody's, changing the administrator's; every change stands in the event log. */
export interface SettingsService {
  get(): Reply<Settings>
  change(who: Session, settings: Settings): Reply<Settings>
}

export interface SettingsServiceDeps {
  readonly store: SettingsStore
  readonly eventLog: EventLog
  readonly write: Pick<WriteDb, 'transaction'>
}

export function makeSettingsService({ store, eventLog, write }: SettingsServiceDeps): SettingsService {
  return {
    get: () => done(store.read()),
    change(who, settings) {
      write.transaction(() => {
        store.write(settings)
        eventLog.append({ accountId: who.account.id, kind: 'settingsChanged', objects: {}, result: 'done' })
      })
      return done(store.read())
    },
  }
}
