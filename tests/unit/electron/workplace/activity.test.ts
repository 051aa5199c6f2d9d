import { expect, test, vi } from 'vitest'
import { makeActivityTeller } from '../../../../electron/workplace/activity.ts'

test('only a change is told, and the first idle is none', () => {
  const tell = vi.fn()
  const teller = makeActivityTeller(tell)
  const idle = { receptionOpen: false, recording: false, alarm: null, person: null }
  const talking = { receptionOpen: true, recording: true, alarm: null, person: null }
  for (const activity of [
    idle,
    idle,
    talking,
    { ...talking },
    { ...talking, alarm: 'diskLow' as const },
    talking,
    idle,
  ])
    teller(activity)
  expect(tell.mock.calls.map(([activity]) => activity)).toEqual([
    talking,
    { ...talking, alarm: 'diskLow' },
    talking,
    idle,
  ])
})
