import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLocalDate } from '../../../../shared/text/date-time.ts'
import { type DatePurpose, readRussianDate } from '../../../../shared/text/russian-date.ts'

const today = '2026-11-30'
const read = (typed: string, purpose: DatePurpose) => {
  const reading = readRussianDate(typed, { purpose, today })
  return reading.ok ? reading.date : null
}

test.each<[string, string | null]>([
  ['12.4.61', '1961-04-12'],
  ['12.04.1961', '1961-04-12'],
  ['1.1.61', '1961-01-01'],
  ['120461', '1961-04-12'],
  ['12041961', '1961-04-12'],
  ['12/4/1961', '1961-04-12'],
  ['12-04-61', '1961-04-12'],
  ['12–04–1961', '1961-04-12'],
  ['12 04 1961', '1961-04-12'],
  ['12 . 04 . 1961', '1961-04-12'],
  [' 12.04.1961\u00a0г. ', '1961-04-12'],
  ['12.04.1961 года', '1961-04-12'],
  ['1961-04-12', '1961-04-12'],
  ['12 апреля 1961', '1961-04-12'],
  ['12 апрель 61 г.', '1961-04-12'],
  ['«12» АПРЕЛЯ 1961 г.', '1961-04-12'],
  ['3 мая 1961', '1961-05-03'],
  ['3 май 1961', '1961-05-03'],
  ['3 мар 1961', '1961-03-03'],
  ['3 марта 1961', '1961-03-03'],
  ['1-сен-1961', '1961-09-01'],
  ['1 сентября 1961', '1961-09-01'],
  ['29.02.1960', '1960-02-29'],
  ['12.04.1961 г.р.', '1961-04-12'],
  ['12.04.1961г. р.', '1961-04-12'],
  ['12 апреля 1961 года рождения', '1961-04-12'],
  ['12.04.1961.', '1961-04-12'],
  ['12.04.61,', '1961-04-12'],
  ['12-е апреля 1961', '1961-04-12'],
  ['12апреля1961', '1961-04-12'],
  ['15.окт.1990', '1990-10-15'],
  ['15.06.27', '1927-06-15'],
  ['15.06.30', '1930-06-15'],
  ['15.06.99', '1999-06-15'],
  ['15.06.05', '2005-06-15'],
  // Both centuries fit, or the day is there in one of them only.
  ['15.06.08', null],
  ['30.11.26', null],
  ['01.12.26', '1926-12-01'],
  // None of these is guessed at.
  ['29.02.1961', null],
  ['31.02.1961', null],
  ['31.04.61', null],
  ['1961', null],
  ['61', null],
  ['04.1961', null],
  ['апрель 1961', null],
  ['12 мартобря 1961', null],
  ['12 апрельский 1961', null],
  ['04.12', null],
  ['12.13.1961', null],
  ['00.04.1961', null],
  ['12.04.961', null],
  ['12.04-1961', null],
  ['12.04.1961 или 13.04.1961', null],
  ['12.IV.1961', null],
  ['О2.04.1961', null],
  ['12,04,1961', null],
  ['12.04.19611', null],
  ['11/25/1958', null],
  ['Apr 12 1961', null],
  ['1961.04.12', null],
  ['12.04.0061', null],
  ['завтра', null],
  ['', null],
  ['01.12.2026', null],
  ['29.11.1905', null],
  ['30.11.1905', null],
  ['01.12.1905', '1905-12-01'],
])('born «%s»: %s', (typed, date) => {
  expect(read(typed, 'birth')).toBe(date)
})

test.each<[string, DatePurpose, string | null]>([
  ['20.05.06', 'past', '2006-05-20'],
  ['20.05.98', 'past', '1998-05-20'],
  ['20.05.47', 'past', '1947-05-20'],
  ['20.12.26', 'past', '2026-12-20'],
  ['03.12.26', 'any', '2026-12-03'],
  ['3.12.25', 'any', '2025-12-03'],
  ['15.01.27', 'any', '2027-01-15'],
  ['15.01.61', 'any', null],
  ['31.02.26', 'any', null],
  ['03.12.1961', 'any', '1961-12-03'],
])('«%s» of %s: %s', (typed, purpose, date) => {
  expect(read(typed, purpose)).toBe(date)
})

test('a reading that fails says what to type', () => {
  const problem = (typed: string) => {
    const reading = readRussianDate(typed, { purpose: 'birth', today })
    return reading.ok ? null : reading.problem
  }
  expect(problem('15.06.08')).toBe('Век не ясен: впишите год четырьмя цифрами.')
  expect(problem('31.02.1961')).toContain('Такого дня в календаре нет')
  expect(problem('1961')).toContain('Дата не распознана')
  expect(problem('01.12.2026')).toContain('не наступила')
  expect(problem('01.01.1890')).toContain('больше 120 лет')
})

const names = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

test('what is formatted is read as the same date, in every form that names the whole year', () => {
  const day = fc.date({ min: new Date('1907-01-01'), max: new Date('2026-11-29'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom('.', '/', '-', ' '), fc.boolean(), (at, sign, isPadded) => {
      const date = at.toISOString().slice(0, 10)
      const [dd = '', mm = '', year = ''] = formatLocalDate(date).split('.')
      const d = isPadded ? dd : String(Number(dd))
      const m = isPadded ? mm : String(Number(mm))
      for (const purpose of ['birth', 'any'] as const) {
        expect(read(formatLocalDate(date), purpose)).toBe(date)
        expect(read([d, m, year].join(sign), purpose)).toBe(date)
        expect(read(`${dd}${mm}${year}`, purpose)).toBe(date)
        expect(read(`${d} ${names[Number(mm) - 1]} ${year} г.`, purpose)).toBe(date)
      }
      // Of two figures it is the same date or no date at all, never another one.
      expect([date, null]).toContain(read([d, m, year.slice(2)].join(sign), 'birth'))
      expect([date, null]).toContain(read(`${dd}${mm}${year.slice(2)}`, 'birth'))
    }),
  )
})

test('whatever is typed is a day of the calendar or an error, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./- гянвмарт'), maxLength: 14 }), typed => {
      const date = read(typed, 'any')
      if (date !== null) expect(formatLocalDate(date)).toMatch(/^\d\d\.\d\d\.\d{4}$/)
    }),
  )
})
