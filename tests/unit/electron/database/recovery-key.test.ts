import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecoverySecret, printRecoveryKey, readRecoveryKey } from '../../../../electron/database/recovery-key.ts'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytes => Buffer.from(bytes))

test('printed in nine groups of four without doubtful letters', () => {
  expect(printRecoveryKey(newRecoverySecret())).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('what is printed is read back', async () => {
  await fc.assert(
    fc.property(secrets, secret => {
      expect(readRecoveryKey(printRecoveryKey(secret))).toEqual({ ok: true, secret })
    }),
  )
})

test('any one mistyped letter is noticed', async () => {
  await fc.assert(
    fc.property(secrets, fc.nat(35), fc.integer({ min: 1, max: 31 }), (secret, position, shift) => {
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const letters = [...printRecoveryKey(secret).replaceAll('-', '')]
      letters[position] = alphabet[(alphabet.indexOf(letters[position] ?? '') + shift) % 32] ?? ''
      expect(readRecoveryKey(letters.join(''))).toEqual({ ok: false, reason: 'checksum' })
    }),
    // The checksum has 20 bits: one in a million mistypings passes here and fails at the cipher.
    { numRuns: 300, seed: 1 },
  )
})

const secret = Buffer.from('00112233445566778899aabbccddeeff01234567', 'hex')
test.each([
  ['lower case', (key: string) => key.toLowerCase()],
  ['spaces instead of dashes', (key: string) => key.replaceAll('-', ' ')],
  ['a long dash', (key: string) => key.replaceAll('-', '–')],
  ['O for zero, l for one', (key: string) => key.replaceAll('0', 'O').replaceAll('1', 'l')],
  [
    'Cyrillic look-alikes',
    (key: string) => key.replaceAll('A', 'А').replaceAll('B', 'В').replaceAll('C', 'с').replaceAll('E', 'Е'),
  ],
])('forgives %s', (_name, typed) => {
  expect(readRecoveryKey(typed(printRecoveryKey(secret)))).toEqual({ ok: true, secret })
})

test.each([
  ['', 'length'],
  ['0011-2233', 'length'],
  [`${printRecoveryKey(secret)}0`, 'length'],
  [printRecoveryKey(secret).replace(/^./, '%'), 'letter'],
])('refuses «%s»: %s', (typed, reason) => {
  expect(readRecoveryKey(typed)).toEqual({ ok: false, reason })
})
