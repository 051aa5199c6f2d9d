import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Lockable, Settings } from '../../shared/contract/settings.ts'
import { lockedSettings, type Policy } from '../../shared/policy/policy.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { WriteDb } from '../database/handles.ts'
import type { SettingsStore } from './settings-store.ts'

/** Reading is everybody's, changing the administrator's; every change stands in the event log. */
export interface SettingsService {
  /** What the policy of the organisation has decided. */
  locked(): Reply<Lockable[]>
  get(): Reply<Settings>
  change(who: Session, settings: Settings): Reply<Settings>
}

export interface SettingsServiceDeps {
  /** Under the policy (locked-settings.ts). */
  readonly store: SettingsStore
  readonly policy: Policy
  readonly eventLog: EventLog
  readonly write: Pick<WriteDb, 'transaction'>
}

export function makeSettingsService({ store, policy, eventLog, write }: SettingsServiceDeps): SettingsService {
  const locked = lockedSettings(policy)
  const folders = (['recordingsDirectory', 'backupDirectory'] as const).filter(name => policy[name] !== undefined)
  return {
    locked: () => done([...locked, ...folders]),
    get: () => done(store.read()),
    change(who, settings) {
      const now = store.read()
      const against = locked.filter(key => settings[key] !== now[key])
      if (against.length > 0) {
        return refused(
          'refusedByRule',
          'Эти правила задала политика организации. Ничего не изменено; изменить их может её администратор.',
          Object.fromEntries(against.map(key => [key, `Задано политикой организации: ${now[key]}`])),
        )
      }
      write.transaction(() => {
        store.write(settings)
        eventLog.append({ accountId: who.account.id, kind: 'settingsChanged', objects: {}, result: 'done' })
      })
      return done(store.read())
    },
  }
}
