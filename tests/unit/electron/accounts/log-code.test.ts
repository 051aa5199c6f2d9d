import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { logCode, readLogCode } from '../../../../electron/accounts/log-code.ts'

const hash = '0123456789abcdef'.repeat(4)
const line = { sequence: 708, day: '2026-11-24' }
const code = logCode({ ...line, hash })

test('five groups of four, read back in any case, with look-alikes and the Russian layout', () => {
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  const start = hash.slice(0, 20)
  expect(readLogCode(line, code)).toBe(start)
  expect(readLogCode(line, code.toLowerCase().replaceAll('-', ' '))).toBe(start)
  expect(readLogCode(line, code.replaceAll('0', 'О').replaceAll('1', 'l'))).toBe(start)
})

test('a slip of the hand in the number, the date or one letter is told from another log', async () => {
  expect(readLogCode({ ...line, sequence: 709 }, code)).toBeNull()
  expect(readLogCode({ ...line, day: '2026-11-25' }, code)).toBeNull()
  expect(readLogCode(line, code.slice(0, -1))).toBeNull()
  const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
  await fc.assert(
    fc.property(fc.nat({ max: 23 }), fc.constantFrom(...letters), (at, letter) => {
      fc.pre(code[at] !== '-' && code[at] !== letter)
      expect(readLogCode(line, code.slice(0, at) + letter + code.slice(at + 1))).toBeNull()
    }),
  )
})
