import { expect, it } from 'vitest'
import { groupedDigits } from '../../../../../renderer/features/session/grouped-digits.ts'
import { linkAgainText } from '../../../../../renderer/features/session/link-again-text.ts'

it('says link, number and local time — and nothing of the citizen or the topic', () => {
  expect(
    linkAgainText({
      link: 'https://telemost.yandex.ru/j/12345678901234',
      meetingNumber: '12345678901234',
      appointedAt: '2026-11-20T02:00:00Z',
      timeZone: 'Asia/Novokuznetsk',
    }),
  ).toBe(
    [
      'Личный приём по видеосвязи',
      'Время: 20.11.2026 в 09:00 (время местное, МСК+4)',
      'Ссылка: https://telemost.yandex.ru/j/12345678901234',
      'Номер встречи: 1234 5678 9012 34',
    ].join('\n'),
  )
})

it.each([
  ['12345678901234', '1234 5678 9012 34'],
  ['1234', '1234'],
  ['123-456-789', '1234 5678 9'],
  ['', ''],
])('%s is dictated as %s', (number, groups) => {
  expect(groupedDigits(number)).toBe(groups)
})
