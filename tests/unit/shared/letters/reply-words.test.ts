import { expect, test } from 'vitest'
import { ownWords } from '../../../../shared/letters/own-words.ts'
import { readReply } from '../../../../shared/letters/reply-words.ts'

test.each([
  ['Подтверждаю', 'confirms'],
  ['ПОДТВЕРЖДАЮ!!!', 'confirms'],
  ['Да', 'confirms'],
  ['Да, буду.', 'confirms'],
  ['Добрый день! Участие подтверждаю. Спасибо', 'confirms'],
  ['Согласна', 'confirms'],
  ['Обязательно подключусь в назначенное время', 'confirms'],
  ['Смогу', 'confirms'],
  ['Не отказываюсь', 'confirms'],
  ['Прошу не отменять приём', 'confirms'],
  ['Не смогу', 'declines'],
  ['К сожалению не могу', 'declines'],
  ['Отказываюсь', 'declines'],
  ['Прошу отменить приём', 'declines'],
  ['Отмените пожалуйста', 'declines'],
  ['Не подтверждаю', 'declines'],
  ['не буду участвовать', 'declines'],
  ['Не согласен', 'declines'],
  ['Нет, спасибо', 'declines'],
  ['Уже не актуально', 'declines'],
  ['Передумала', 'declines'],
  ['Подтверждаю, но не смогу', 'unclear'],
  ['Подтверждаю. Нет, отказываюсь.', 'unclear'],
  ['Буду, если поправлюсь', 'unclear'],
  ['Возможно, подключусь', 'unclear'],
  ['Можно перенести?', 'unclear'],
  ['Прошу перенести приём, не смогу в это время', 'unclear'],
  ['Вы подтверждаете приём?', 'unclear'],
  ['Прошу подтвердить получение', 'unclear'],
  ['Спасибо', 'unclear'],
  ['', 'unclear'],
])('«%s»: %s', (words, proposal) => {
  expect(readReply(words).proposal).toBe(proposal)
})

test('the words it was read from are the sentence, nothing else of the letter', () => {
  expect(readReply('Добрый день! Мой телефон 8 900 000-00-01. Участие подтверждаю.').words).toBe('Участие подтверждаю.')
})

test.each([
  ['Подтверждаю\n\n> Вам назначен приём\n> Отказываюсь', 'Подтверждаю'],
  ['Буду\n\n-- \nПодпись', 'Буду'],
  ['Буду\nС уважением, Зимин', 'Буду'],
  ['Буду\nОтправлено из мобильной Почты', 'Буду'],
  ['Буду\n\nпятница, 20 ноября 2026г., 10:15 +03:00 от Центр <priem@example.ru>:\n\nтекст', 'Буду'],
  ['Буду\n\nOn Fri, 20 Nov 2026 Centre <priem@example.ru> wrote:\nтекст', 'Буду'],
  ['Буду\nFrom: priem@example.ru\nSent: Friday\nтекст', 'Буду'],
  ['20.11.2026, 10:15, "Центр" <priem@example.ru>:\n> текст\n\nБуду', 'Буду'],
])('own words of %j', (text, words) => {
  expect(ownWords(text)).toBe(words)
})
