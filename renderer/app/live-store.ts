import type { LiveState, LiveStore } from './workstation.ts'

/** An external store for useSyncExternalStore: one value, replaced and never mutated. */
export function makeLiveStore(): LiveStore {
  let state: LiveState = { connection: 'connecting', nowMs: null, recorder: null }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: part => {
      state = { ...state, ...part }
      for (const listener of listeners) listener()
    },
  }
}
