import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestCalendarFile, readCalendarFile } from '../../../../shared/calendar/read-calendar-file.ts'
import { jsonCalendar, xmlCalendar } from '../../../fixtures/calendar-files.ts'
import { bundledYears } from '../../../fixtures/calendars.ts'

const basis = 'постановление Правительства РФ'
const shapeOf = (reply: ReturnType<typeof readCalendarFile>) => {
  if (!reply.ok) throw new Error(reply.message)
  const { basis: _basis, sources: _sources, ...days } = reply.year
  return days
}
const days = bundledYears.map(({ basis: _basis, sources: _sources, ...shape }) => shape)

describe.each(bundledYears)('$year', year => {
  const expected = days.find(shape => shape.year === year.year)
  test('as XML', () => expect(shapeOf(readCalendarFile(xmlCalendar(year), basis))).toEqual(expected))
  test('as JSON, with a byte order mark', () => {
    expect(shapeOf(readCalendarFile(`\uFEFF${jsonCalendar(year)}`, basis))).toEqual(expected)
  })
})

const [year] = bundledYears
if (!year) throw new Error('no calendars')
const xml = xmlCalendar(year)
const json = jsonCalendar(year)

test.each([
  ['an empty file', '', 'не XML и не JSON'],
  ['a web page', '<html><body>calendar</body></html>', 'неизвестный элемент <html>'],
  ['a document type with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`, 'описание типа документа'],
  ['an unclosed comment', `<!--${xml.replace('<?xml', '')}`, 'обрывается'],
  ['a cut file', xml.slice(0, xml.length / 2), 'обрывается'],
  ['another JSON', '{"version":2}', 'это не календарь xmlcalendar.ru: поля «year» нет'],
  ['no days', '<calendar year="2026"><days></days></calendar>', 'рабочих дней в году 261'],
  ['two calendars', `${xml}${xml}`, 'нет одного элемента'],
  ['another country', xml.replace('country="ru"', 'country="by"'), 'другой страны'],
  ['no year', xml.replace('year="2025"', ''), 'год не указан'],
  ['a year of the far future', xml.replace('year="2025"', 'year="9999"'), 'год 9999 не подходит'],
  ['a day that is not there', xml.replace('d="01.01"', 'd="02.30"'), 'нет дня «02.30»'],
  ['an unknown kind of day', xml.replace('t="1"', 't="7"'), 'неизвестный вид «7»'],
  ['broken JSON', json.slice(0, -10), 'не JSON'],
  ['JSON of something else', '{"year":2026,"months":[]}', 'не двенадцать месяцев'],
  ['JSON with a wrong total', json.replace('"workdays":247', '"workdays":250'), 'в итогах файла 250'],
  ['JSON with a strange day', json.replace('"1,', '"1;'), 'нет дня'],
  ['JSON with a month twice', json.replace('"month":12', '"month":11'), 'месяц указан дважды'],
  ['a huge file', '<'.repeat(longestCalendarFile + 1), 'слишком велик'],
])('%s is refused with its reason', (_name, text, message) => {
  expect(readCalendarFile(text, basis)).toEqual({ ok: false, message: expect.stringContaining(message) })
})

test.each(['<a', '<!--', 'a="', '<day d="', '<calendar year="2026" '])(
  'what repeats «%s» is answered at once',
  part => {
    const text = `<calendar year="2026">${part.repeat(longestCalendarFile)}`.slice(0, longestCalendarFile)
    expect(readCalendarFile(text, basis).ok).toBe(false)
  },
)

test('whatever is typed, an answer comes and never a throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('', '<', '{'), (text, first) => {
      expect(typeof readCalendarFile(first + text, basis).ok).toBe('boolean')
    }),
  )
})
