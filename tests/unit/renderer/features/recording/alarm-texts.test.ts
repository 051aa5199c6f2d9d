import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  alarmText,
  alarmTexts,
  isWarningOnly,
  noticeDueText,
} from '../../../../../renderer/features/recording/alarm-texts.ts'
import { AlarmCode } from '../../../../../shared/contract/workplace.ts'
import { hosts } from '../../../../../shared/desktop/host.ts'

const cases = AlarmCode.options.flatMap(code => hosts.map(host => [code, host] as const))

it.each(cases)('%s says what happened, what is kept and what to do (%s)', (code, host) => {
  const { happened, kept, todo } = alarmText(code, false, host)
  for (const text of [happened, kept, todo]) expect(text).toMatch(/^[А-ЯЁ]/)
  expect(happened).not.toMatch(/\.$/)
  expect(`${kept} ${todo}`).not.toMatch(/что-то пошло не так/i)
})

it('asks for the notice where only the notice is missing', () => {
  expect(alarmText('noNewBytes', true, 'browser')).toBe(noticeDueText)
  expect(alarmText('noNewBytes', false, 'browser')).toEqual(alarmTexts.noNewBytes)
  expect(alarmText('microphoneEnded', true, 'browser')).toEqual(alarmTexts.microphoneEnded)
})

it('the guide lists every alarm that stops something, by its very title', () => {
  const guide = readFileSync('docs/ru/README.md', 'utf8')
  const chapter = guide.slice(guide.indexOf('### Если что-то случилось'))
  const table = chapter.slice(0, chapter.indexOf('\n### '))
  const titles = [...table.matchAll(/^\| «([^»]+)» \|/gm)].map(([, title]) => title)
  const alarms = AlarmCode.options.filter(code => !isWarningOnly(code)).map(code => alarmTexts[code].happened)
  expect(titles.toSorted()).toEqual(alarms.toSorted())
})
