import { Settings } from '../../shared/contract/settings.ts'
import { lockedSettings, type Policy } from '../../shared/policy/policy.ts'
import type { SettingsStore } from './settings-store.ts'

/** The same settings under a policy: what it decides is read from it, whatever the database says, and never written. */
export function withPolicy(store: SettingsStore, policy: Policy): SettingsStore {
  const locked = lockedSettings(policy)
  if (locked.length === 0) return store
  const decided = Object.fromEntries(locked.map(key => [key, policy[key]]))
  return {
    read: () => Settings.parse({ ...store.read(), ...decided }),
    write(settings) {
      // The administrator's own choice stays in the database for the day the policy is gone.
      const own = store.read()
      store.write({ ...settings, ...Object.fromEntries(locked.map(key => [key, own[key]])) })
    },
  }
}
