import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inventedFacts } from '../../../../shared/notices/invented-facts.ts'
import { fieldsOfKind, noticeFields } from '../../../../shared/notices/notice-field.ts'
import { NoticeKind } from '../../../../shared/notices/notice-kind.ts'
import {
  fillTemplate,
  inBracesOf,
  type NoticeWords,
  templateFaults,
} from '../../../../shared/notices/notice-template.ts'
import { type NoticeFacts, noticeValues, timeInWords } from '../../../../shared/notices/notice-values.ts'
import { withoutAddresses } from '../../../../shared/notices/server-answer.ts'

const bundled = (kind: NoticeKind): NoticeWords => {
  const file = join(import.meta.dirname, `../../../../resources/notices/${kind}.json`)
  const { subject, text } = JSON.parse(readFileSync(file, 'utf8')) as { subject: string; text: string[] }
  return { subject, text: text.join('\n') }
}
const facts = (changes: Partial<NoticeFacts> = {}): NoticeFacts => ({
  ...inventedFacts({
    kind: 'appointment',
    bodyName: 'Управление',
    timeZone: 'Asia/Novokuznetsk',
    phone: '+7 900 000-00-01',
  }),
  ...changes,
})
const letter = (kind: NoticeKind, changes: Partial<NoticeFacts> = {}) =>
  fillTemplate(bundled(kind), noticeValues(facts(changes))).text

test('an appointment says all that п. 2.4 asks and how to confirm until when', () => {
  expect(fillTemplate(bundled('appointment'), noticeValues(facts()))).toEqual({
    subject: 'Приём по видеосвязи, заявка № 12',
    text: `Здравствуйте, Соловей Соловеевич!

По вашей заявке № 12 назначен личный приём по видеосвязи.

Дата: среда, 25 ноября 2026 г.
Время: 10:00 по Кемерово (МСК+4)
Приём ведёт: Щеглова Анна Павловна, главный специалист
Ссылка на встречу: https://telemost.yandex.ru/j/00000000000000

Подтвердите участие: ответьте на это письмо словом «Подтверждаю» или «Отказываюсь», не меняя темы, или позвоните: +7 900 000-00-01. Срок — не позднее чем понедельник, 23 ноября 2026 г. включительно (п. 2.5 Порядка). Без подтверждения приём отменяется (п. 2.6), подать новую заявку можно в любое время (п. 2.8).

Подготовьте документ, удостоверяющий личность: его нужно будет показать (п. 3.7 Порядка). Проверьте камеру и микрофон.
Ведётся видеозапись приёма, она хранится 2 года (пп. 3.6, 3.7 Порядка).

Телефон для вопросов: +7 900 000-00-01

Управление
`,
  })
})

test('without a phone its line is left out; without a patronymic the name stands alone', () => {
  const text = letter('appointment', { phone: '', patronymic: null })
  expect(text).not.toContain('Телефон')
  expect(text).not.toContain('позвоните')
  expect(text).toContain('Здравствуйте, Соловей!')
  expect(text).not.toMatch(/\n{3}/)
})

test('a move of ours keeps the confirmation; of a year without a calendar no day is guessed', () => {
  expect(letter('move', { isConfirmed: true, formerAt: '2026-11-24T03:00:00Z' })).toContain(
    'Участие: подтверждать ещё раз не нужно',
  )
  expect(letter('move', { formerAt: '2026-11-24T03:00:00Z' })).toContain('Прежнее время: 24.11.2026 10:00 (МСК+4)')
  expect(letter('appointment', { confirmBy: null })).toContain('не позднее 1 рабочего дня со дня получения')
})

test.each([
  ['refused', 'получен ваш отказ'],
  ['notConfirmed', 'участие не подтверждено в срок'],
  [null, 'приём не состоится'],
] as const)('a cancellation for %s says so, and that a new application may be made', (cancelledFor, words) => {
  const text = letter('cancellation', { cancelledFor })
  expect(text).toContain(words)
  expect(text).toContain('Вы вправе подать новую заявку в любое время (п. 2.8 Порядка).')
})

test.each([
  ['Europe/Kaliningrad', '05:00 по Калининграду (МСК−1)'],
  ['Europe/Moscow', '06:00 по Москве (МСК)'],
  ['Europe/Samara', '07:00 по Самаре (МСК+1)'],
  ['Asia/Yekaterinburg', '08:00 по Екатеринбургу (МСК+2)'],
  ['Asia/Omsk', '09:00 по Омску (МСК+3)'],
  ['Asia/Novokuznetsk', '10:00 по Кемерово (МСК+4)'],
  ['Asia/Novosibirsk', '10:00 по Новосибирску (МСК+4)'],
  ['Asia/Krasnoyarsk', '10:00 по Красноярску (МСК+4)'],
  ['Asia/Irkutsk', '11:00 по Иркутску (МСК+5)'],
  ['Asia/Yakutsk', '12:00 по Якутску (МСК+6)'],
  ['Asia/Vladivostok', '13:00 по Владивостоку (МСК+7)'],
  ['Asia/Magadan', '14:00 по Магадану (МСК+8)'],
  ['Asia/Kamchatka', '15:00 по Петропавловску-Камчатскому (МСК+9)'],
  ['Asia/Kolkata', '08:30 по местному времени (МСК+2:30)'],
])('the time in %s', (timeZone, words) => expect(timeInWords('2026-11-25T03:00:00Z', timeZone)).toBe(words))

describe('templates', () => {
  test.each(NoticeKind.options)('the words that come with the program for %s have no fault', kind => {
    expect(templateFaults(kind, bundled(kind))).toEqual({})
  })
  test('every mandatory field is missed when it is not there', () => {
    for (const kind of NoticeKind.options) {
      for (const field of fieldsOfKind[kind].mandatory) {
        const { subject, text } = bundled(kind)
        const without = { subject, text: text.replaceAll(inBracesOf(field), '') }
        expect(templateFaults(kind, without).text).toContain(inBracesOf(field))
      }
    }
  })
  test.each([
    ['{тема}', 'Неизвестное здесь поле: {тема}'],
    ['{адрес}', 'Неизвестное здесь поле: {адрес}'],
    ['{прежнее время}', 'Неизвестное здесь поле: {прежнее время}'],
    ['{ссылка', 'Лишняя фигурная скобка'],
    ['}', 'Лишняя фигурная скобка'],
  ])('%s is refused', (bad, words) => {
    const { subject, text } = bundled('appointment')
    expect(templateFaults('appointment', { subject, text: `${text}\n${bad}` }).text).toContain(words)
  })
  test.each([
    ['Приём {дата приёма} № {номер заявки}', 'Неизвестное здесь поле'],
    ['Приём', 'нужен № заявки'],
    ['', 'Впишите тему'],
    ['№ {номер заявки}\nBcc: somebody@example.ru', 'одна строка'],
  ])('the subject «%s» is refused', (subject, words) => {
    expect(templateFaults('appointment', { subject, text: bundled('appointment').text }).subject).toContain(words)
  })
  test('a value with braces or dollars is put in as it is', () => {
    const { text } = fillTemplate(
      { subject: 'x', text: '{орган}' },
      noticeValues(facts({ bodyName: '{ссылка} $& $1' })),
    )
    expect(text).toBe('{ссылка} $& $1\n')
  })
  test('no field is about topic, document or address', () => {
    const names = Object.values(noticeFields).map(({ name }) => name)
    expect(names.filter(name => /тем[аы]|документ|паспорт|адрес|прожива/i.test(name))).toEqual([])
  })
})

test.each([
  ['250 2.0.0 Ok: queued as 4F1', '250 2.0.0 Ok: queued as 4F1'],
  ['550 5.1.1 <kanar@example.ru>: user unknown', '550 5.1.1 ‹адрес›: user unknown'],
  ['451 канар@пример.рф\r\n451 try a+b@c.d', '451 ‹адрес› 451 try ‹адрес›'],
])('%s is kept as %s', (answer, kept) => expect(withoutAddresses(answer)).toBe(kept))

test('an answer has a limit', () => expect(withoutAddresses('x'.repeat(5000))).toHaveLength(300))
