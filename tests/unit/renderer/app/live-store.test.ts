import { expect, it } from 'vitest'
import { makeLiveStore } from '../../../../renderer/app/live-store.ts'

it('replaces the state, tells the listeners, and lets them go', () => {
  const store = makeLiveStore()
  const before = store.get()
  const seen: (number | null)[] = []
  const stop = store.subscribe(() => seen.push(store.get().nowMs))
  store.change({ nowMs: 1 })
  store.change({ connection: 'open' })
  stop()
  store.change({ nowMs: 2 })
  expect(seen).toEqual([1, 1])
  expect(before).toEqual({ connection: 'connecting', nowMs: null, recorder: null })
  expect(store.get()).toEqual({ connection: 'open', nowMs: 2, recorder: null })
})
