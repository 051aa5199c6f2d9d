import { expect, it } from 'vitest'
import { nextReceptionWords } from '../../../../../renderer/features/reception/next-reception.ts'

const minute = 60_000

it.each([
  [12, 'Следующий приём через 12 минут'],
  [1, 'Следующий приём через 1 минуту'],
  [21, 'Следующий приём через 21 минуту'],
  [3, 'Следующий приём через 3 минуты'],
  [60, 'Следующий приём через 1 час'],
  [125, 'Следующий приём через 2 часа 5 минут'],
  [0, 'Следующий приём сейчас'],
  [-4, 'Назначенное время наступило 4 минуты назад'],
])('%i minutes away: %s', (minutes, expected) => {
  expect(nextReceptionWords(minutes * minute, 0)).toBe(expected)
})
