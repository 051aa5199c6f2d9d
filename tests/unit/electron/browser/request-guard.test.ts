import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeRequest, type RequestFacts } from '../../../../electron/browser/request-guard.ts'
import { hostileOwnPaths } from '../../../fixtures/hostile-links.ts'

const own = { host: '127.0.0.1:47123', origin: 'http://127.0.0.1:47123' }
const honest: RequestFacts = {
  method: 'GET',
  target: '/',
  hosts: [own.host],
  origins: [],
  fetchSite: 'none',
  wantsWebSocket: false,
  hasSession: true,
}
const judge = (facts: Partial<RequestFacts>) => judgeRequest({ ...honest, ...facts }, own)
const statusOf = (facts: Partial<RequestFacts>) => {
  const verdict = judge(facts)
  return verdict.kind === 'refused' ? verdict.status : verdict.kind
}

describe('what is let in', () => {
  test.each([
    [{ target: '/' }, { kind: 'page', file: 'index.html' }],
    [{ target: '/?x=1' }, { kind: 'page', file: 'index.html' }],
    [
      { target: '/recorder', fetchSite: 'same-origin' },
      { kind: 'page', file: 'recorder.html' },
    ],
    [{ target: '/assets/index-Bx_9-aZ1.js' }, { kind: 'asset', path: '/assets/index-Bx_9-aZ1.js' }],
    [{ target: '/recordings/abc-DEF_1' }, { kind: 'recording', path: '/recordings/abc-DEF_1' }],
    [
      { method: 'HEAD', target: '/recordings/abc' },
      { kind: 'recording', path: '/recordings/abc' },
    ],
    [{ fetchSite: null }, { kind: 'page', file: 'index.html' }],
    [
      { hasSession: false, target: '/?token=T' },
      { kind: 'signIn', page: '/', token: 'T' },
    ],
    [
      { hasSession: false, target: '/recorder?token=T' },
      { kind: 'signIn', page: '/recorder', token: 'T' },
    ],
    [
      { hasSession: false, method: 'POST', target: '/open/desk', origins: ['null'], fetchSite: 'cross-site' },
      { kind: 'signInForm', page: '/' },
    ],
    [
      { method: 'POST', target: '/open/recorder', origins: ['null'] },
      { kind: 'signInForm', page: '/recorder' },
    ],
    [
      { target: '/rpc', wantsWebSocket: true, origins: [own.origin] },
      { kind: 'socket', path: '/rpc' },
    ],
    [
      { target: '/recorder-link', wantsWebSocket: true, origins: [own.origin] },
      { kind: 'socket', path: '/recorder-link' },
    ],
  ] as const)('%o', (facts, verdict) => expect(judge(facts)).toEqual(verdict))
})

describe('a form that is none of our opening pages', () => {
  test.each([
    { origins: [] },
    { origins: ['http://127.0.0.1:47124'] },
    { origins: ['null', 'null'] },
    { origins: ['null', own.origin] },
    { origins: ['null'], target: '/rpc' },
    { origins: ['null'], target: '/' },
    { origins: ['null'], target: '/open/' },
    { origins: ['null'], target: '/open/desk?token=T' },
    { origins: ['null'], target: '/assets/a.js' },
    { origins: ['null'], wantsWebSocket: true },
    { origins: ['null'], method: 'PUT' },
  ])('%o', facts => expect(statusOf({ method: 'POST', target: '/open/desk', ...facts })).toBe(403))
  test('one of our own origin', () =>
    expect(statusOf({ method: 'POST', target: '/open/desk', origins: [own.origin] })).toBe(405))
})

describe('a foreign Host (DNS rebinding)', () => {
  test.each([
    [[]],
    [['evil.example:47123']],
    [['localhost:47123']],
    [['127.0.0.1']],
    [['127.0.0.1:80']],
    [['127.0.0.1:47123.evil.example']],
    [['127.0.0.1:471234']],
    [['[::1]:47123']],
    [['127.0.0.1:47123', 'evil.example']],
    [['evil.example', '127.0.0.1:47123']],
    [['user@127.0.0.1:47123']],
    [['127.1:47123']],
    [[' 127.0.0.1:47123']],
  ])('%o', hosts => {
    expect(statusOf({ hosts })).toBe(421)
    expect(statusOf({ hosts, target: '/?token=T' })).toBe(421)
    expect(statusOf({ hosts, target: '/rpc', wantsWebSocket: true, origins: [own.origin] })).toBe(421)
  })
})

const foreignOrigins = [
  'https://evil.example',
  'http://127.0.0.1',
  'http://127.0.0.1:47124',
  'https://127.0.0.1:47123',
  'http://localhost:47123',
  'http://127.0.0.1:47123.evil.example',
  'http://127.0.0.1:47123/',
  'HTTP://127.0.0.1:47123',
  'null',
  'file://',
  '',
]

describe('a foreign Origin', () => {
  test.each(foreignOrigins)('%s opens no socket', origin => {
    expect(statusOf({ target: '/rpc', wantsWebSocket: true, origins: [origin] })).toBe(403)
    expect(statusOf({ target: '/rpc', wantsWebSocket: true, origins: [own.origin, origin] })).toBe(403)
  })
  test.each(foreignOrigins)('%s reads and writes nothing', origin => {
    expect(statusOf({ origins: [origin] })).toBe(403)
    expect(statusOf({ method: 'POST', origins: [origin] })).toBe(403)
  })
  test('a socket without any Origin is refused', () =>
    expect(statusOf({ target: '/rpc', wantsWebSocket: true, origins: [] })).toBe(403))
  test('two equal Origins are refused', () =>
    expect(statusOf({ target: '/rpc', wantsWebSocket: true, origins: [own.origin, own.origin] })).toBe(403))
})

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])('%s', method => {
    expect(statusOf({ method })).toBe(403)
    expect(statusOf({ method, origins: [own.origin] })).toBe(405)
    expect(statusOf({ method, target: '/?token=T', hasSession: false })).toBe(403)
  })
})

describe('another page on the same machine is the same site and brings our cookie', () => {
  test.each(['same-site', 'cross-site', 'none,cross-site', 'SAME-ORIGIN', ''])('%s', fetchSite => {
    expect(statusOf({ fetchSite })).toBe(403)
    expect(statusOf({ fetchSite, target: '/recordings/abc' })).toBe(403)
    expect(statusOf({ fetchSite, target: '/assets/a.js' })).toBe(403)
  })
})

describe('without a session', () => {
  test.each(['/', '/recorder', '/assets/index-Bx_9-aZ1.js', '/recordings/abc', '/anything', '/rpc'])('%s', target =>
    expect(statusOf({ target, hasSession: false })).toBe(401),
  )
  test.each(['/rpc', '/recorder-link', '/'])('socket %s', target =>
    expect(statusOf({ target, hasSession: false, wantsWebSocket: true, origins: [own.origin] })).toBe(401),
  )
  test('a token elsewhere than on a page is no way in', () =>
    expect(statusOf({ target: '/assets/a.js?token=T', hasSession: false })).toBe(401))
})

const hostileTargets = [
  ...hostileOwnPaths,
  'http://evil.example/',
  'http://127.0.0.1:47123/',
  '*',
  '',
  'index.html',
  '/assets/a.js#x',
]

describe('hostile paths', () => {
  test.each(hostileTargets)('%j', target => {
    expect(statusOf({ target })).toBe(400)
    expect(statusOf({ target, wantsWebSocket: true, origins: [own.origin] })).toBe(404)
  })
  test.each(['/recordings/', '/recordings', '/recordings/../x', '/recordings/a/b', `/recordings/${'a'.repeat(201)}`])(
    '%s is no recording',
    target => expect(judge({ target }).kind).not.toBe('recording'),
  )
  test.each(['/rpc/', '/rpc?x', '/RPC', '/recorder-link/x', '/recorder', '/'])('%s is no socket', target =>
    expect(statusOf({ target, wantsWebSocket: true, origins: [own.origin] })).toBe(404),
  )
  test('whatever is let through as a file has no dot at the start of a segment and nothing encoded', () => {
    const part = fc.constantFrom('..', '.', '/', '%2e', '\\', 'a', 'assets', '.js', '\u0000', '?', ':')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const verdict = judge({ target: `/${parts.join('')}` })
        if (verdict.kind !== 'asset') return
        for (const segment of verdict.path.slice(1).split('/'))
          expect(segment).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a file on its way in', () => {
  const target = `/imports/${'a'.repeat(32)}`
  const upload = { method: 'POST', target, origins: [own.origin], fetchSite: 'same-origin', hasSession: true }

  test('comes from our own page, signed in', () => {
    expect(judge(upload)).toEqual({ kind: 'import', path: target })
  })

  test.each([
    ['without an Origin', { origins: [] }, 403],
    ['from another site', { origins: ['https://evil.example'] }, 403],
    ['from another port of this machine', { fetchSite: 'same-site' }, 403],
    ['not signed in', { hasSession: false }, 401],
    ['to an address too short to be one', { target: '/imports/abc' }, 405],
    ['with a query', { target: `${target}?a=1` }, 405],
    ['to something else', { target: '/recordings/abc' }, 405],
    ['by another method', { method: 'PUT' }, 405],
  ])('%s it is refused', (_name, changes, status) => {
    expect(statusOf({ ...upload, ...changes })).toBe(status)
  })
})
