import { expect, test } from 'vitest'
import { readAnswer } from '../../../../electron/letters/read-answer.ts'
import { kindSamples } from '../../../fixtures/letters/kind-samples.ts'
import { letter, part } from '../../../fixtures/letters/mime.ts'

const rawOf = (name: string): Buffer => {
  const sample = kindSamples[name]
  if (!sample) throw new Error('no such sample')
  return sample.raw
}

test.each([
  ['words-below-marked', 'Подтверждаю'],
  ['words-below-original', 'Подтверждаю'],
  ['words-between', 'Подтверждаю'],
  ['words-gmail-below', 'Подтверждаю'],
  ['words-gmail-above', 'Отказываюсь'],
])('%s: the own words alone', async (name, words) => {
  expect(await readAnswer(rawOf(name))).toMatchObject({ words, isWholeLetter: false })
})

test.each([
  ['closed-winmail', /закрытом вложении/u],
  ['closed-smime', /закрытом вложении/u],
  ['not-split-border', /не разобралось на части[\s\S]*Подтверждаю/u],
])('%s: no own words, but the letter is not empty: all of it with the reason, for a person', async (name, words) => {
  expect(await readAnswer(rawOf(name))).toMatchObject({ words: expect.stringMatching(words), isWholeLetter: true })
})

test('only a quotation whose end nobody knows is shown whole and judged by nobody; an empty letter stays empty', async () => {
  const raw = (text: string) => letter({ subject: 'Re: 12', more: ['In-Reply-To: <a@b>'] }, part(text))
  const quoted = '-----Original Message-----\nFrom: priem@example.ru\n\nОтветьте «Подтверждаю»'
  expect(await readAnswer(raw(quoted))).toMatchObject({
    words: expect.stringContaining('не отделились'),
    isWholeLetter: true,
  })
  expect(await readAnswer(raw(''))).toMatchObject({ words: '', isWholeLetter: false })
})
