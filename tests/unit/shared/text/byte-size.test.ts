import { expect, test } from 'vitest'
import { byteSizeText } from '../../../../shared/text/byte-size.ts'

test.each([
  [0, '0 Б'],
  [1023, '1 023 Б'],
  [1536, '1,5 КБ'],
  [430_000_000, '410 МБ'],
  [1_300_000_000, '1,2 ГБ'],
])('%d', (bytes, text) => expect(byteSizeText(bytes).replaceAll(/\s/g, ' ')).toBe(text))
