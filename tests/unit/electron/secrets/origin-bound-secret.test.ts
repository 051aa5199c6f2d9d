import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MailAddress,
  mailOrigin,
  OriginBoundSecret,
  webOrigin,
} from '../../../../electron/secrets/origin-bound-secret.ts'

/** A secret goes to the address it was entered for, and to no other one. */

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/)
const host = fc.array(word, { minLength: 1, maxLength: 3 }).map(parts => parts.join('.'))
const address: fc.Arbitrary<MailAddress> = fc.record({
  host,
  port: fc.integer({ min: 1, max: 65_535 }),
  security: fc.constantFrom('tls' as const, 'startTls' as const),
  authentication: fc.constantFrom('password', 'oauth', 'none'),
  userName: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  authority: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
})
const same = (one: unknown, other: unknown) => one === other

describe.each(['imap', 'smtp'] as const)('%s', protocol => {
  test.each<keyof MailAddress>(['host', 'port', 'security', 'authentication', 'userName', 'authority'])(
    'another %s is another address',
    key =>
      fc.assert(
        fc.property(address, address, word, (entered, other, value) => {
          fc.pre(!same(entered[key], other[key]))
          const secret = new OriginBoundSecret(value, mailOrigin(protocol, entered))
          expect(secret.revealFor(mailOrigin(protocol, { ...entered, [key]: other[key] }))).toBeNull()
          expect(secret.revealFor(mailOrigin(protocol, entered))).toBe(value)
        }),
      ),
  )
  test('the other protocol is another address; capitals of the host are not', () =>
    fc.assert(
      fc.property(address, entered => {
        const secret = new OriginBoundSecret('x', mailOrigin(protocol, entered))
        expect(secret.revealFor(mailOrigin(protocol === 'imap' ? 'smtp' : 'imap', entered))).toBeNull()
        expect(secret.revealFor(mailOrigin(protocol, { ...entered, host: entered.host.toUpperCase() }))).toBe('x')
      }),
    ))
})

describe('a web service', () => {
  const parts = fc.record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.tuple(word, word).map(([a, b]) => `a${a}.b${b}`),
    port: fc.integer({ min: 1, max: 65_535 }),
  })
  const written = (of: { scheme: string; host: string; port: number }, path: string) =>
    `${of.scheme}://${of.host}:${of.port}/${path}`
  test.each(['scheme', 'host', 'port'] as const)('another %s is another address', key =>
    fc.assert(
      fc.property(parts, parts, word, (entered, other, path) => {
        fc.pre(entered[key] !== other[key])
        const secret = new OriginBoundSecret('t', webOrigin(written(entered, path)))
        expect(secret.revealFor(webOrigin(written({ ...entered, [key]: other[key] }, path)))).toBeNull()
        expect(secret.revealFor(webOrigin(written(entered, `${path}/v2`)))).toBe('t')
      }),
    ),
  )
  test.each([
    'https://api.example.ru.evil.ru/v1',
    'https://api.example.ru@evil.ru/v1',
    'https://api.example.ru:444/v1',
    'http://api.example.ru/v1',
  ])('%s is not https://api.example.ru', other => {
    const secret = new OriginBoundSecret('t', webOrigin('https://api.example.ru/v1'))
    expect(secret.revealFor(webOrigin(other))).toBeNull()
  })
})

test('the value stands in no text made of it', () => {
  const secret = new OriginBoundSecret('тихий', 'https://a.ru')
  expect(JSON.stringify({ secret }) + inspect(secret, { depth: 9, showHidden: true }) + String(secret)).not.toContain(
    'тихий',
  )
})
