import { expect, test } from 'vitest'
import { cacheControl, securityHeaders } from '../../../../electron/host/security-headers.ts'

const directives = new Map(
  (securityHeaders['Content-Security-Policy'] ?? '').split('; ').map(part => {
    const [name = '', ...values] = part.split(' ')
    return [name, values]
  }),
)

test('nothing is allowed that is not named', () => expect(directives.get('default-src')).toEqual(["'none'"]))

test('code comes from files of ours only', () => {
  expect(directives.get('script-src')).toEqual(["'self'"])
  expect(directives.get('worker-src')).toEqual(["'self'"])
  const codeSources = ['script-src', 'worker-src'].flatMap(name => directives.get(name) ?? [])
  for (const source of codeSources) expect(source).toBe("'self'")
})

test('a page talks to its workstation, and asks of the room only whether it is in reach', () => {
  expect(directives.get('connect-src')).toEqual(["'self'", 'https://telemost.yandex.ru'])
})

test.each(['frame-ancestors', 'base-uri', 'form-action'])('%s is none', name =>
  expect(directives.get(name)).toEqual(["'none'"]),
)

test.each([
  ['/assets/index-Bx_9-aZ1.js', true],
  ['/assets/golos-text-cyrillic-wght-normal-D1fY3kbQ.woff2', true],
  ['/assets/index.js', false],
  ['/index.html', false],
  ['/recorder.html', false],
  ['/recordings/index-Bx_9-aZ1.js', false],
  ['/assets/index-Bx_9-aZ1.js/data', false],
])('%s may be cached: %s', (path, cached) => {
  expect(cacheControl(path)).toBe(cached ? 'private, max-age=31536000, immutable' : 'no-store')
})
