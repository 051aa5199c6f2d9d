import { expect, test } from 'vitest'
import { bringsToken } from '../../../resources/sfu-server/token.mjs'

const token = 'a-token-long-enough-to-be-of-some-use'

test('the token itself opens', () => expect(bringsToken(`Bearer ${token}`, token)).toBe(true))

test.each([undefined, '', token, 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `bearer ${token}`])(
  '%j does not, whatever its length',
  header => expect(bringsToken(header, token)).toBe(false),
)
