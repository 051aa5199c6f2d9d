import { describe, expect, test } from 'vitest'
import { defaultSchedule, WorkSchedule } from '../../../../shared/calendar/schedule.ts'
import { workSpans } from '../../../../shared/calendar/work-spans.ts'

const friday = 5
const spans = (schedule: WorkSchedule, weekday = friday, shortened = false) =>
  workSpans(schedule, weekday, { shortened }).map(({ fromMinute, toMinute }) => [fromMinute / 60, toMinute / 60])
const withFriday = (from: string, to: string, lunch: WorkSchedule['lunch'] = defaultSchedule.lunch): WorkSchedule => ({
  weekdays: defaultSchedule.weekdays.map((day, index) => (index === friday - 1 ? { from, to } : day)),
  lunch,
})

describe('when work goes on', () => {
  test.each<[string, number[][], number[][]]>([
    [
      'an ordinary Friday',
      spans(defaultSchedule),
      [
        [9, 13],
        [14, 16.75],
      ],
    ],
    [
      'an hour shorter',
      spans(defaultSchedule, friday, true),
      [
        [9, 13],
        [14, 15.75],
      ],
    ],
    ['a day off', spans(defaultSchedule, 6), []],
    ['no lunch', spans(withFriday('09:00', '16:00', null)), [[9, 16]]],
    ['work ends before the lunch', spans(withFriday('08:00', '12:00')), [[8, 12]]],
    ['work begins in the lunch', spans(withFriday('13:30', '18:00')), [[14, 18]]],
    ['the shortened day ends in the lunch', spans(withFriday('09:00', '14:30'), friday, true), [[9, 13]]],
  ])('%s', (_name, told, expected) => {
    expect(told).toEqual(expected)
  })
})

test.each([
  ['the end before the beginning', withFriday('18:00', '09:00'), 'Конец должен быть позже начала'],
  ['half a day', withFriday('09:00', ''), 'Время: чч:мм'],
  ['a day that a shortened one would end', withFriday('09:00', '10:00'), 'Рабочий день должен быть длиннее часа'],
  ['no working day', { ...defaultSchedule, weekdays: Array(7).fill(null) }, 'Укажите хотя бы один рабочий день'],
])('%s is refused', (_name, schedule, message) => {
  const answer = WorkSchedule.safeParse(schedule)
  expect(answer.error?.issues.map(issue => issue.message)).toContain(message)
})
