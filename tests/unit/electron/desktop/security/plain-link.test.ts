import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesHost, readPlainLink, siteOf } from '../../../../../electron/desktop/security/plain-link.ts'

test.each([
  ['https://telemost.yandex.ru', 'https', 'telemost.yandex.ru'],
  ['https://telemost.yandex.ru/j/123?x#y', 'https', 'telemost.yandex.ru'],
  ['https://telemost.yandex.ru?x', 'https', 'telemost.yandex.ru'],
  ['https://telemost.yandex.ru/@x:y', 'https', 'telemost.yandex.ru'],
  ['wss://goloom.strm.yandex.net/join', 'wss', 'goloom.strm.yandex.net'],
])('%s is read', (url, scheme, host) => expect(readPlainLink(url)).toEqual({ scheme, host }))

test('a shortened address of a network is refused, not repaired', () => {
  for (const url of ['https://127.1/', 'https://0x7f.0.0.1/', 'https://0177.0.0.1/', 'https://127.0.0.01/'])
    expect(readPlainLink(url)).toBeNull()
})

test('what is read is what a browser reads', () => {
  const part = fc.constantFrom(
    'https://',
    'a.example',
    '@',
    ':',
    '443',
    '/',
    '\\',
    '?',
    '#',
    '.',
    '%2e',
    'b',
    '[',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), parts => {
      const url = `https://${parts.join('')}`
      const link = readPlainLink(url)
      if (!link) return
      expect(new URL(url).host).toBe(link.host)
      expect(new URL(url).username).toBe('')
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  ['a.strm.yandex.net', true],
  ['a.b.strm.yandex.net', true],
  ['strm.yandex.net', false],
  ['evilstrm.yandex.net', false],
  ['a.strm.yandex.net.evil.example', false],
])('*.strm.yandex.net covers %s: %s', (host, covered) => expect(matchesHost(host, ['*.strm.yandex.net'])).toBe(covered))

test.each([
  ['https://user:secret@telemost.yandex.ru/j/123456?token=x#y', 'https://telemost.yandex.ru'],
  ['telemost://telemost.yandex.ru/j/123456', 'telemost://telemost.yandex.ru'],
  ['data:text/html,Иванов', 'data:'],
  ['javascript:alert("Иванов")', 'javascript:'],
  ['file:///home/ivanov/паспорт.pdf', 'file:'],
  ['mailto:ivanov@example.org', 'mailto:'],
  ['blob:https://telemost.yandex.ru/8f1c', 'blob:'],
  ['not an address', 'unreadable'],
])('the log holds of %s: %s', (url, site) => expect(siteOf(url)).toBe(site))
