import { expect, test } from 'vitest'
import { readConsent } from '../../../../shared/letters/values/read-consent.ts'
import { readBirthDate, readIssueDate, readMoment } from '../../../../shared/letters/values/read-date.ts'
import { documentParts, issueParts } from '../../../../shared/letters/values/read-document.ts'
import { readEmail } from '../../../../shared/letters/values/read-email.ts'
import { readFullName } from '../../../../shared/letters/values/read-name.ts'
import { readPhone } from '../../../../shared/letters/values/read-phone.ts'

const today = '2026-11-20'

test.each([
  ['12.03.1961', '1961-03-12'],
  ['2.3.1961', '1961-03-02'],
  ['12-03-1961', '1961-03-12'],
  ['1961-03-12', '1961-03-12'],
  ['1961-03-12T00:00:00Z', '1961-03-12'],
  ['12 марта 1961 г.', '1961-03-12'],
  ['«12» мая 1961 года', '1961-05-12'],
  ['12 мар 1961', '1961-03-12'],
  ['12.03.1961 г.', '1961-03-12'],
  ['29.02.1961', null],
  ['12.03.61', '1961-03-12'],
  ['12.3.61 г.р.', '1961-03-12'],
  ['120361', '1961-03-12'],
  ['12031961', '1961-03-12'],
  ['12 марта 61', '1961-03-12'],
  ['12.03.1961 года рождения', '1961-03-12'],
  ['12.03.08', null],
  ['31.02.61', null],
  ['март 1961', null],
  ['12.03.1961 или 13.03.1961', null],
  ['20.11.2027', null],
  ['01.01.1890', null],
  ['', null],
])('born «%s»: %s', (raw, date) => {
  expect(readBirthDate(raw, today).value).toBe(date)
})

test('a year of two figures is read by its century and remarked on; a day that is none is told', () => {
  expect(readBirthDate('12.03.61', today).problem).toContain('двумя цифрами')
  expect(readBirthDate('12.03.08', today).problem).toContain('Век не ясен')
  expect(readBirthDate('31.02.1961', today).problem).toContain('Такого дня в календаре нет')
  expect(readIssueDate('5.5.06', today)).toMatchObject({ value: '2006-05-05' })
  expect(readIssueDate('20062010', today)).toEqual({ value: '2010-06-20', problem: null })
})

test.each([
  ['20.11.2026 08:59', '2026-11-20T08:59'],
  ['20.11.2026, 8:59:13', '2026-11-20T08:59'],
  ['20 ноября 2026 г. в 08:59', '2026-11-20T08:59'],
  ['2026-11-20T08:59:13+0700', '2026-11-20T01:59:00Z'],
  ['20.11.2026', '2026-11-20'],
  ['20.11.2026 25:00', null],
])('sent «%s»: %s', (raw, moment) => {
  expect(readMoment(raw).value).toBe(moment)
})

test.each([
  ['8 (900) 000-00-01', '+79000000001'],
  ['9000000001', '+79000000001'],
  ['+7 (3842) 00-00-01', '+73842000001'],
  ['тел. 8-900-000-00-01', '+79000000001'],
  ['+375 29 000-00-01', '+375290000001'],
  ['12', null],
  ['нет', null],
])('telephone «%s»: %s', (raw, phone) => {
  expect(readPhone(raw).value).toBe(phone)
})

test.each([
  ['zimin@Example.RU', 'zimin@example.ru', false],
  ['<zimin@example.ru>', 'zimin@example.ru', false],
  ['mailto:zimin@example.ru', 'zimin@example.ru', false],
  ['Зимин <zimin@example.ru>', 'zimin@example.ru', false],
  ['zimin@yandex.tu', 'zimin@yandex.tu', true],
  ['zimin@example', null, true],
  ['zimin', null, true],
  ['зимин@example.ru', null, true],
])('e-mail «%s»', (raw, value, isRemarked) => {
  const reading = readEmail(raw)
  expect(reading.value).toBe(value)
  expect(reading.problem !== null).toBe(isRemarked)
})

test.each([
  ['да', 'given'],
  ['Согласен', 'given'],
  ['согласна, ознакомлена', 'given'],
  ['☑', 'given'],
  ['true', 'given'],
  ['[x]', 'given'],
  ['нет', 'notGiven'],
  ['не согласна', 'notGiven'],
  ['Не даю', 'notGiven'],
  ['☐', 'notGiven'],
  ['0', 'notGiven'],
  ['да/нет', null],
  ['', null],
  ['может быть', null],
])('consent «%s»: %s', (raw, value) => {
  expect(readConsent(raw).value).toBe(value)
})

test('a name in one line', () => {
  const parts = (raw: string) => {
    const { familyName, givenName, patronymic } = readFullName(raw)
    return [familyName.value, givenName.value, patronymic?.value ?? null]
  }
  expect(parts('Канарейкин Пётр')).toEqual(['Канарейкин', 'Пётр', null])
  expect(parts('Римская-Корсакова  Анна Петровна')).toEqual(['Римская-Корсакова', 'Анна', 'Петровна'])
  expect(parts('Канарейкин')).toEqual(['Канарейкин', null, null])
  expect(parts('де ла Крус Мария Хосе Петровна')).toEqual([null, null, null])
})

test('a document in one line, in parts', () => {
  expect(documentParts('паспорт серия 32 15 № 123456 выдан 20.04.2010 ОВД города')).toEqual({
    kind: 'паспорт',
    series: '32 15',
    number: '123456',
    issuedBy: 'ОВД города',
    issuedOn: '20.04.2010',
  })
  expect(documentParts('3215123456')).toMatchObject({ kind: null, series: '3215', number: '123456' })
  expect(documentParts('Паспорт гражданина РФ')).toMatchObject({ kind: 'Паспорт гражданина РФ', number: null })
  expect(issueParts('ОВД 20.04.2010, переоформлен 21.05.2011')).toMatchObject({ issuedOn: null })
})
