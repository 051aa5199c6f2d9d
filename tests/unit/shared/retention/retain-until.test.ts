import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLeft, retainUntil } from '../../../../shared/retention/retain-until.ts'

test.each([
  ['2026-11-20', 2, '2028-11-20'],
  ['2028-02-29', 2, '2030-02-28'],
  ['2028-02-29', 4, '2032-02-29'],
  ['2027-02-28', 1, '2028-02-28'],
  ['2026-12-31', 3, '2029-12-31'],
])('%s + %d', (date, years, until) => {
  expect(retainUntil(date, years)).toBe(until)
})

test.each([
  ['2028-11-19', 1],
  ['2028-11-20', 0],
  ['2028-11-21', -1],
  ['2040-01-01', -4059],
])('on %s are left %d days', (today, left) => {
  expect(daysLeft('2028-11-20', today)).toBe(left)
})

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))

test('the days left are counted to the last day of the term, and past it', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 10 }), fc.integer({ min: -4000, max: 4000 }), (start, years, shift) => {
      const until = retainUntil(start, years)
      const today = new Date(Date.parse(until) + shift * 86_400_000).toISOString().slice(0, 10)
      expect(daysLeft(until, today)).toBe(0 - shift)
    }),
  )
})

test('the term is whole calendar years: same day and month but for 29 February', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 10 }), (start, years) => {
      const until = retainUntil(start, years)
      expect(Number(until.slice(0, 4))).toBe(Number(start.slice(0, 4)) + years)
      expect(until.slice(5) === start.slice(5) || (start.slice(5) === '02-29' && until.slice(5) === '02-28')).toBe(true)
    }),
  )
})
