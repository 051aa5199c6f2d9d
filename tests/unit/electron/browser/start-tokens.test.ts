import { expect, test } from 'vitest'
import { makeStartLinks } from '../../../../electron/browser/start-links.ts'
import { makeStartTokens } from '../../../../electron/browser/start-tokens.ts'

test('a token lets in once', () => {
  const tokens = makeStartTokens({ nowMs: () => 0 })
  const token = tokens.issue(1_000)
  expect(tokens.use(token)).toBe(true)
  expect(tokens.use(token)).toBe(false)
})

test('a token expires at its moment', () => {
  let nowMs = 0
  const tokens = makeStartTokens({ nowMs: () => nowMs })
  const early = tokens.issue(1_000)
  const late = tokens.issue(1_000)
  nowMs = 999
  expect(tokens.use(early)).toBe(true)
  nowMs = 1_000
  expect(tokens.use(late)).toBe(false)
})

test('tokens are long, differ, and a part of one is worth nothing', () => {
  const tokens = makeStartTokens({ nowMs: () => 0 })
  const issued = Array.from({ length: 100 }, () => tokens.issue(1_000))
  expect(new Set(issued).size).toBe(100)
  for (const token of issued) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokens.use(token.slice(0, -1))).toBe(false)
  }
  expect(tokens.use('')).toBe(false)
})

test('links name this host and carry a token that works', () => {
  const tokens = makeStartTokens({ nowMs: () => 0 })
  const links = makeStartLinks({ port: 47123, tokens })
  const { token, ...fresh } = links.fresh('/recorder')
  expect(fresh).toEqual({ page: '/recorder', address: 'http://127.0.0.1:47123/open/recorder' })
  expect(tokens.use(token)).toBe(true)
  const printed = new URL(/http:\S+/.exec(links.printed())?.[0] ?? '')
  expect(tokens.use(printed.searchParams.get('token') ?? '')).toBe(true)
})
