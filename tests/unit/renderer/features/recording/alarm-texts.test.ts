import { expect, it } from 'vitest'
import { alarmText, alarmTexts, noticeDueText } from '../../../../../renderer/features/recording/alarm-texts.ts'
import { AlarmCode } from '../../../../../shared/contract/workplace.ts'

it.each(AlarmCode.options)('%s says what happened, what is kept and what to do', code => {
  const { happened, kept, todo } = alarmTexts[code]
  for (const text of [happened, kept, todo]) expect(text).toMatch(/^[А-ЯЁ]/)
  expect(happened).not.toMatch(/\.$/)
  expect(`${kept} ${todo}`).not.toMatch(/что-то пошло не так/i)
})

it('asks for the notice where only the notice is missing', () => {
  expect(alarmText('noNewBytes', true)).toBe(noticeDueText)
  expect(alarmText('noNewBytes', false)).toBe(alarmTexts.noNewBytes)
  expect(alarmText('microphoneEnded', true)).toBe(alarmTexts.microphoneEnded)
})
