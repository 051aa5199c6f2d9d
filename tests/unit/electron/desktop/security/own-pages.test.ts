import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOwnPage, judgeOwnRequest } from '../../../../../electron/desktop/security/own-pages.ts'
import { hostileOwnPaths } from '../../../../fixtures/hostile-links.ts'

const judge = (url: string, method = 'GET', origin: string | null = null) => judgeOwnRequest({ method, url, origin })
const statusOf = (...asked: Parameters<typeof judge>) => {
  const verdict = judge(...asked)
  return verdict.kind === 'refused' ? verdict.status : verdict.kind
}
const token = 'a'.repeat(32)

describe('what is let in', () => {
  test.each([
    ['app://videopriem/', { kind: 'page', file: 'index.html' }],
    ['app://videopriem/#/journal', { kind: 'page', file: 'index.html' }],
    ['app://videopriem/?x=1#/today?a=b', { kind: 'page', file: 'index.html' }],
    ['app://videopriem/recorder', { kind: 'page', file: 'recorder.html' }],
    ['app://videopriem/assets/index-Bx_9-aZ1.js', { kind: 'asset', path: '/assets/index-Bx_9-aZ1.js' }],
    ['app://videopriem/assets/icons.svg#mic', { kind: 'asset', path: '/assets/icons.svg' }],
    ['app://videopriem/recordings/abc-DEF_1', { kind: 'recording', path: '/recordings/abc-DEF_1' }],
  ] as const)('%s', (url, verdict) => expect(judge(url)).toEqual(verdict))

  test('a file on its way in', () => {
    const path = `/imports/${token}`
    expect(judge(`app://videopriem${path}`, 'POST', 'app://videopriem')).toEqual({ kind: 'import', path })
    expect(judge(`app://videopriem${path}`, 'POST')).toEqual({ kind: 'import', path })
  })
})

test.each([
  'app://videopriem',
  'app://videopriem.evil.example/',
  'app://videopriem@evil.example/',
  'app://videopriem:80/',
  'app://user@videopriem/',
  'app://VIDEOPRIEM/',
  'APP://videopriem/',
  'app:///',
  'app:/videopriem/',
  'app:videopriem/',
  'app://vidеopriem/',
  'app://videopriem./',
  'app://videopriem\\/',
  'app2://videopriem/',
  'http://videopriem/',
  'https://app//videopriem/',
  'file:///videopriem/',
  ' app://videopriem/',
  '',
])('%j is not us', url => expect(statusOf(url)).toBe(421))

test.each(hostileOwnPaths)('hostile path %j', path => {
  expect(statusOf(`app://videopriem${path}`)).toBe(400)
  expect(statusOf(`app://videopriem${path}`, 'POST')).toBe(405)
})

test.each(['/recordings/', '/recordings', '/recordings/a/b', `/recordings/${'a'.repeat(201)}`])(
  '%s is no recording',
  path => expect(judge(`app://videopriem${path}`).kind).not.toBe('recording'),
)

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'get', ''])('method %j', method =>
  expect(statusOf('app://videopriem/', method)).toBe(405),
)

test.each(['https://telemost.yandex.ru', 'null', 'app://videopriem/', 'app://evil', 'file://', ''])(
  'a request in the name of %j',
  origin => {
    expect(statusOf('app://videopriem/', 'GET', origin)).toBe(403)
    expect(statusOf(`app://videopriem/imports/${token}`, 'POST', origin)).toBe(403)
  },
)

test.each([
  ['app://videopriem/assets/a.js?x', 400],
  [`app://videopriem/recordings/${token}?x`, 400],
])('a query where none belongs: %s', (url, status) => expect(statusOf(url)).toBe(status))

test.each([`/imports/abc`, `/imports/${token}?a=1`, `/recordings/${token}`])('no way in: %s', path =>
  expect(statusOf(`app://videopriem${path}`, 'POST')).toBe(405),
)

test('a page is told from another page', () => {
  expect(isOwnPage('app://videopriem/recorder#x', 'recorder.html')).toBe(true)
  expect(isOwnPage('app://videopriem/', 'recorder.html')).toBe(false)
  expect(isOwnPage('app://videopriem/recorder/', 'recorder.html')).toBe(false)
})

test('whatever is let through as a file has no dot at the start of a segment and nothing encoded', () => {
  const part = fc.constantFrom('..', '.', '/', '%2e', '\\', 'a', 'assets', '.js', '\u0000', '?', ':', '#')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), parts => {
      const verdict = judge(`app://videopriem/${parts.join('')}`)
      if (verdict.kind !== 'asset') return
      for (const segment of verdict.path.slice(1).split('/')) expect(segment).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/)
    }),
    { numRuns: 2_000 },
  )
})
