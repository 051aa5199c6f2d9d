import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatLocalDate,
  formatTime,
  formatTimeWithSeconds,
  localDate,
  localToInstant,
  zoneNote,
} from '../../../../shared/text/date-time.ts'

const kuzbass = 'Asia/Novokuznetsk'
const instant = '2026-11-20T02:05:59.900Z'

test('an instant in the words of the body', () => {
  expect(formatDate(instant, kuzbass)).toBe('20.11.2026')
  expect(formatTime(instant, kuzbass)).toBe('09:05')
  expect(formatTimeWithSeconds(instant, kuzbass)).toBe('09:05:59')
  expect(formatDateTime(instant, kuzbass)).toBe('20.11.2026 09:05')
  expect(formatTime(Date.parse(instant) + 0.7, kuzbass)).toBe('09:05')
  expect(formatLocalDate('2026-01-02')).toBe('02.01.2026')
})

test.each([
  ['2026-11-20T16:59:59Z', kuzbass, '2026-11-20'],
  ['2026-11-20T17:00:00Z', kuzbass, '2026-11-21'],
  ['2026-11-20T23:59:00+07:00', 'Europe/Moscow', '2026-11-20'],
  ['2026-11-20T02:00:00+07:00', 'Europe/Moscow', '2026-11-19'],
])('the local date of %s in %s', (moment, zone, date) => {
  expect(localDate(moment, zone)).toBe(date)
})

test.each([
  ['2026-11-20T09:00', kuzbass, '2026-11-20T02:00:00Z'],
  ['2026-11-20T09:00', 'Europe/Kaliningrad', '2026-11-20T07:00:00Z'],
  ['2026-11-20T09:00', 'Asia/Kamchatka', '2026-11-19T21:00:00Z'],
  ['2026-02-30T09:00', kuzbass, null],
  ['2026-11-20T24:00', kuzbass, null],
  ['2026-11-20T09:60', kuzbass, null],
  ['2026-11-20 09:00', kuzbass, null],
  ['2026-11-20T09:00Z', kuzbass, null],
  ['20.11.2026 09:00', kuzbass, null],
  ['2026-03-29T02:30', 'Europe/Berlin', null],
  ['2026-10-25T02:30', 'Europe/Berlin', null],
])('local %s in %s is %s', (local, zone, expected) => {
  expect(localToInstant(local, zone)).toBe(expected)
})

test('an unknown zone is an error of the caller, not a wrong date', () => {
  expect(() => localDate(instant, 'Asia/Nowhere')).toThrow(RangeError)
})

test('local time there and back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom('Europe/Kaliningrad', 'Europe/Moscow', kuzbass, 'Asia/Vladivostok', 'Asia/Kamchatka'),
      (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        const moment = minute.toISOString()
        const local = `${localDate(moment, zone)}T${formatTime(moment, zone)}`
        expect(Date.parse(localToInstant(local, zone) ?? '')).toBe(minute.getTime())
      },
    ),
  )
})

test.each([
  [kuzbass, 'время местное, МСК+4'],
  ['Europe/Moscow', 'время местное, МСК'],
  ['Europe/Kaliningrad', 'время местное, МСК−1'],
  ['Asia/Kolkata', 'время местное, МСК+2:30'],
])('zone note of %s', (zone, note) => {
  expect(zoneNote(instant, zone)).toBe(note)
})
