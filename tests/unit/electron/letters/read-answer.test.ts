import { expect, test } from 'vitest'
import { readAnswer } from '../../../../electron/letters/read-answer.ts'
import { kindSamples } from '../../../fixtures/letters/kind-samples.ts'
import { attachment, letter, multipart, part } from '../../../fixtures/letters/mime.ts'

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

test.each([
  ['a photograph', attachment('ответ.jpg', 'image/jpeg', 'x')],
  ['a document', attachment('ответ.docx', 'application/vnd.openxmlformats', 'x')],
  ['a text file', attachment('ответ.txt', 'text/plain', 'Подтверждаю')],
])('nothing but %s: the answer may be in it, a person is told to look', async (_, file) => {
  const raw = letter({ subject: 'Re: 12', more: ['In-Reply-To: <a@b>'] }, multipart('mixed', [part(''), file]))
  expect(await readAnswer(raw)).toMatchObject({
    words: expect.stringMatching(/слов нет.*во вложении.*ответ\./u),
    isWholeLetter: true,
  })
})

test('a body of a kind nobody knows is told of as well', async () => {
  const raw = letter(
    { subject: 'Re: 12', more: ['In-Reply-To: <a@b>'] },
    Buffer.from('Content-Type: application/x-foo\r\n\r\nПодтверждаю'),
  )
  expect(await readAnswer(raw)).toMatchObject({ isWholeLetter: true })
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
