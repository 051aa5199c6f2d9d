import { describe, expect, test } from 'vitest'
import { makeSessionCookie } from '../../../../electron/browser/session-cookie.ts'

const key = Buffer.alloc(32, 7)
const day = 24 * 60 * 60 * 1000
let nowMs = Date.parse('2026-11-22T09:00:00Z')
const make = (change: { key?: Buffer; port?: number } = {}) =>
  makeSessionCookie({ key, port: 47123, nowMs: () => nowMs, ...change })
const pairOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''

describe('the cookie', () => {
  test('is kept from scripts and from other sites, and named by its port', () => {
    const setCookie = make().issue()
    expect(setCookie).toMatch(/^videopriem-47123=/)
    expect(setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  })
  test('is accepted among others, also by a supervisor started later with the same key', () => {
    const pair = pairOf(make().issue())
    expect(make().accepts(pair)).toBe(true)
    expect(make().accepts(`other=1; ${pair}; videopriem-1=x`)).toBe(true)
    // A page of another port on this host can plant a cookie of the same name; it must not shut the real one out.
    expect(make().accepts(`videopriem-47123=planted; ${pair}`)).toBe(true)
  })
  test('ends after a week', () => {
    const pair = pairOf(make().issue())
    const issuedMs = nowMs
    nowMs = issuedMs + 7 * day - 1
    expect(make().accepts(pair)).toBe(true)
    nowMs = issuedMs + 7 * day
    expect(make().accepts(pair)).toBe(false)
    nowMs = issuedMs
  })
  test('of another key or another port is refused', () => {
    expect(make().accepts(pairOf(make({ key: Buffer.alloc(32, 8) }).issue()))).toBe(false)
    const otherPort = pairOf(make({ port: 5000 }).issue()).replace('videopriem-5000', 'videopriem-47123')
    expect(make().accepts(otherPort)).toBe(false)
  })
  test.each([
    ['longer life', (value: string) => value.replace(/^\d+/, digits => String(Number(digits) + day))],
    ['no mac', (value: string) => value.split('.').slice(0, 2).join('.')],
    ['empty mac', (value: string) => `${value.split('.').slice(0, 2).join('.')}.`],
    ['a part more', (value: string) => `${value}.x`],
    ['cut', (value: string) => value.slice(0, -1)],
    ['nothing', () => ''],
    ['never ending', (value: string) => value.replace(/^\d+/, 'Infinity')],
  ])('tampered: %s', (_name, change) => {
    const value = pairOf(make().issue()).slice('videopriem-47123='.length)
    expect(make().accepts(`videopriem-47123=${change(value)}`)).toBe(false)
  })
  test('no cookie at all', () => expect(make().accepts(undefined)).toBe(false))
})
