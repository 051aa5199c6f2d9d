import { expect, test } from 'vitest'
import { makeCheckReminder } from '../../../../electron/equipment/check-reminder.ts'
import type { Announcement } from '../../../../shared/contract/workplace.ts'

function bench() {
  const state = { nowMs: 0, due: 'a' as string | null, mayCheck: true }
  const news: Announcement[] = []
  const reminder = makeCheckReminder({
    dueReception: () => state.due,
    mayCheck: () => state.mayCheck,
    announce: announcement => news.push(announcement),
    clock: { monotonicMs: () => state.nowMs },
  })
  const tickAt = (seconds: number) => {
    state.nowMs = seconds * 1000
    reminder.tick()
  }
  return { state, news, tickAt }
}

test('asked once, again after a minute without an answer, at once for another reception', () => {
  const { state, news, tickAt } = bench()
  for (const second of [0, 10, 20, 59]) tickAt(second)
  expect(news).toEqual([{ kind: 'equipmentDue', receptionId: 'a' }])
  tickAt(70)
  expect(news).toHaveLength(2)
  state.due = 'b'
  tickAt(80)
  expect(news.at(-1)).toEqual({ kind: 'equipmentDue', receptionId: 'b' })
})

test('never while somebody is received, or another person is signed in', () => {
  const { state, news, tickAt } = bench()
  state.mayCheck = false
  for (const second of [0, 30, 90]) tickAt(second)
  expect(news).toEqual([])
})
