import { expect, test } from 'vitest'
import { movedCell, shortDay, slotMatrix } from '../../../../../renderer/features/applications/slot-matrix.ts'

const day = (date: string, times: readonly string[]) => ({
  date,
  slots: times.map(time => ({
    ...({ local: `${date}T${time}`, at: `${date}T00:00:00Z`, state: 'free', takenBy: null } as const),
  })),
})
const { days, rows } = slotMatrix([
  day('2026-11-26', ['09:00', '09:30', '17:00']),
  day('2026-11-27', ['09:00', '09:30']),
  day('2026-11-30', ['09:00', '09:30', '17:00']),
])

test('a row per time, an empty place where a shorter day has none', () => {
  expect(days.map(shortDay)).toEqual(['чт, 26 нояб.', 'пт, 27 нояб.', 'пн, 30 нояб.'])
  expect(rows.map(row => row.map(cell => cell?.time ?? '–').join(' '))).toEqual([
    ...['09:00 09:00 09:00', '09:30 09:30 09:30', '17:00 – 17:00'],
  ])
})

test.each([
  ['ArrowDown', '2026-11-26T09:00', '2026-11-26T09:30'],
  ['ArrowRight', '2026-11-26T09:00', '2026-11-27T09:00'],
  ['ArrowRight', '2026-11-26T17:00', '2026-11-30T17:00'],
  ['ArrowLeft', '2026-11-30T17:00', '2026-11-26T17:00'],
  ['ArrowDown', '2026-11-27T09:30', null],
  ['ArrowUp', '2026-11-26T09:00', null],
  ['ArrowLeft', '2026-11-26T09:00', null],
  ['Home', '2026-11-30T17:00', '2026-11-26T09:00'],
  ['End', '2026-11-26T09:00', '2026-11-30T17:00'],
  ['a', '2026-11-26T09:00', null],
  ['ArrowDown', 'unknown', null],
])('%s from %s leads to %s', (key, from, to) => {
  expect(movedCell(key, from, rows)).toBe(to)
})
