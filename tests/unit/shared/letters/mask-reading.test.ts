import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../../electron/letters/read-letter.ts'
import type { LetterReading } from '../../../../shared/letters/letter-reading.ts'
import { maskReading } from '../../../../shared/letters/mask-reading.ts'
import { letter, part } from '../../../fixtures/letters/mime.ts'
import { form, whole } from '../../../fixtures/letters/sample.ts'
import { samples } from '../../../fixtures/letters/samples.ts'

const nowMs = Date.parse('2026-11-20T03:00:00Z')
const read = (raw: Uint8Array) => readLetter(raw, [], nowMs)
const ofText = async (text: string, subject = 'Заявка') => maskReading(await read(letter({ subject }, part(text))))
const fieldOf = ({ application }: LetterReading, name: string) => application?.fields.find(field => field.name === name)

test('fields hide the document like a card does; the rest stands as it was', async () => {
  const masked = await ofText(form())
  expect(fieldOf(masked, 'documentSeries')).toMatchObject({ raw: '••••', value: '32 ••' })
  expect(fieldOf(masked, 'documentNumber')).toMatchObject({ raw: '••••••', value: '••••56' })
  expect(fieldOf(masked, 'familyName')).toMatchObject({ value: whole.familyName })
  expect(fieldOf(masked, 'birthDate')).toMatchObject({ value: whole.birthDate })
  expect(fieldOf(masked, 'phone')).toMatchObject({ value: '+79000000001' })
  expect(masked.text).toContain('Серия: ••••\nНомер: ••••••\n')
  expect(masked.text).toContain('Дата рождения: 12.03.1961')
})

describe('the text hides it however it is written again', () => {
  test.each([
    ['Паспорт 3215 123456, прошу принять', 'Паспорт •••• ••••••, прошу принять'],
    ['3215123456', '••••••••••'],
    ['123-456', '•••-•••'],
    ['32 15 № 123 456', '•• •• № ••• •••'],
    ['в 2015 году, дом 123456А', 'в 2015 году, дом 123456А'],
  ])('%s', async (more, shown) => {
    const masked = await ofText(`${form()}\n\n${more}`)
    expect(masked.text.endsWith(shown)).toBe(true)
  })

  test('in the subject as well', async () => {
    expect((await ofText(form(), 'Паспорт 3215 123456')).subject).toBe('Паспорт •••• ••••••')
  })
})

test('what was not understood is hidden whole', async () => {
  const masked = await ofText(form(': ', { Серия: '321', Номер: '1234-56-7' }))
  expect(fieldOf(masked, 'documentSeries')).toMatchObject({ raw: '•••', value: null })
  expect(masked.text).toContain('Серия: •••\nНомер: ••••-••-•\n')
})

test('a run no document is as long as is hidden as it stands', async () => {
  const run = '12345 '.repeat(20).trim()
  const masked = await ofText(form(': ', { Номер: run }))
  expect(masked.text).toContain(`Номер: ${'••••• '.repeat(20).trim()}\n`)
})

test.each([
  ['Мой паспорт 45 12 654321', 'Мой паспорт •• •• ••••••'],
  ['серия 4512 № 654321', 'серия •••• № ••••••'],
  ['серия 4512 номер 654321', 'серия •••• номер ••••••'],
  ['Телефон 9000000001 или 8 900 000-00-01', 'Телефон 9000000001 или 8 900 000-00-01'],
  ['Счёт 40817810000000000001, индекс 650000', 'Счёт 40817810000000000001, индекс 650000'],
])('a passport in a letter without fields: %s', async (text, shown) => {
  expect((await ofText(text)).text).toBe(shown)
})

test('no sample letter shows a number it was read with', async () => {
  let withDocument = 0
  for (const { raw } of Object.values(samples)) {
    const reading = await read(raw)
    const number = fieldOf(reading, 'documentNumber')?.value
    if (number == null || number.length < 4) continue
    withDocument += 1
    const { headerAt: _headerAt, messageId: _messageId, answers: _answers, ...shown } = maskReading(reading)
    expect(JSON.stringify(shown).replaceAll(/[^\p{L}\p{N}]/gu, ' ')).not.toMatch(
      new RegExp(`(?<!\\d)${number}(?!\\d)`, 'u'),
    )
  }
  expect(withDocument).toBeGreaterThan(30)
})
