import { expect, test } from 'vitest'
import { scheduleValues, toSchedule } from '../../../../../renderer/features/calendar/schedule-values.ts'
import { defaultSchedule } from '../../../../../shared/calendar/schedule.ts'

test('a schedule comes back from its form as it was, with and without a lunch', () => {
  expect(toSchedule(scheduleValues(defaultSchedule))).toEqual(defaultSchedule)
  const noLunch = { ...defaultSchedule, lunch: null }
  expect(toSchedule(scheduleValues(noLunch))).toEqual(noLunch)
})

test('a day without hours is a day off', () => {
  const values = scheduleValues(defaultSchedule)
  const days = values.days.map((day, index) => (index === 4 ? { from: '', to: '' } : day))
  expect(toSchedule({ ...values, days }).weekdays[4]).toBeNull()
})
