import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withPageKey } from '../../../../electron/browser/keyed-page.ts'
import { makePageKeys } from '../../../../electron/browser/page-keys.ts'
import { loadOrCreatePagesKey } from '../../../../electron/browser/pages-key.ts'
import { type PageKey, pageKeyText, provenText, readPageKey } from '../../../../shared/page-key/page-key.ts'

const origin = 'http://127.0.0.1:47123'
const day = 24 * 60 * 60_000
const pageNonce = 'n'.repeat(43)
let nowMs = Date.parse('2026-11-22T09:00:00Z')
/** A run of the host; another one of the same profile has the same key. */
const run = (change: { key?: Buffer; origin?: string } = {}) =>
  makePageKeys({ key: Buffer.alloc(32, 7), origin, nowMs: () => nowMs, ...change })
const sign = ({ secret }: PageKey, text: string): string =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(text).digest('base64url')

function meet(key: PageKey, host = run()) {
  const answer = host.answer(JSON.stringify({ id: key.id, pageNonce }), false)
  if (!answer) throw new Error('no answer')
  const facts = { origin, id: key.id, pageNonce, hostNonce: answer.hostNonce }
  const proof = sign(key, provenText('page', facts))
  return { answer, facts, host, request: { id: key.id, pageNonce, hostNonce: answer.hostNonce, proof } }
}

describe('a page and a later run', () => {
  test('prove to each other who they are; the proof of the page is good once', () => {
    const key = run().issue()
    const { answer, facts, host, request } = meet(key)
    expect(answer.proof).toBe(sign(key, provenText('host', facts)))
    expect(host.accepts(JSON.stringify(request))).toBe(true)
    expect(host.accepts(JSON.stringify(request))).toBe(false)
  })
  test('know each other for a week', () => {
    const key = run().issue()
    const issuedMs = nowMs
    nowMs += 7 * day - 1
    meet(key)
    nowMs += 1
    expect(run().answer(JSON.stringify({ id: key.id, pageNonce }), false)).toBeNull()
    nowMs = issuedMs
  })
  test('no two pages have one key', () => expect(run().issue()).not.toEqual(run().issue()))
})

describe('is not accepted', () => {
  const key = run().issue()
  test.each<[string, (request: Record<string, unknown>, answer: { proof: string }) => object | string]>([
    ['our own proof sent back', (request, { proof }) => ({ ...request, proof })],
    ['of another page', request => ({ ...request, id: run().issue().id })],
    ['of a longer life', request => ({ ...request, id: key.id.replace(/^\d+/, ms => String(Number(ms) + day)) })],
    ['to another nonce of the page', request => ({ ...request, pageNonce: 'm'.repeat(43) })],
    ['to no nonce of ours', request => ({ ...request, hostNonce: 'h'.repeat(43) })],
    ['without a proof', request => ({ ...request, proof: '' })],
    ['with a field more', request => ({ ...request, more: 1 })],
    ['no JSON', () => '{'],
    ['nothing', () => ''],
  ])('%s', (_, change) => {
    const { answer, host, request } = meet(key)
    const changed = change(request, answer)
    expect(host.accepts(typeof changed === 'string' ? changed : JSON.stringify(changed))).toBe(false)
  })
  test('of another profile', () => {
    const { answer, facts } = meet(key, run({ key: Buffer.alloc(32, 8) }))
    expect(answer.proof).not.toBe(sign(key, provenText('host', facts)))
  })
  test('of another address, to which it was passed on', () => {
    const { answer, facts } = meet(key, run({ origin: 'http://127.0.0.1:47124' }))
    expect(answer.proof).not.toBe(sign(key, provenText('host', facts)))
  })
})

test('a page is handed out with its key in its head', () => {
  const key = run().issue()
  const page = withPageKey('<!doctype html><html><head><title>x</title></head></html>', key)
  const content = /<head><meta name="videopriem-page-key" content="([^"]+)">/.exec(page)?.[1] ?? ''
  expect(readPageKey(content)).toEqual(key)
  expect(pageKeyText(key)).toBe(content)
})

describe('the key file of a profile', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'session-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is made once, readable by its owner only', () => {
    const made = loadOrCreatePagesKey(folder)
    expect(made).toHaveLength(32)
    expect(statSync(join(folder, 'session.key')).mode & 0o777).toBe(0o600)
    expect(loadOrCreatePagesKey(folder)).toEqual(made)
  })
  test('a damaged one is replaced', () => {
    writeFileSync(join(folder, 'session.key'), 'short')
    const made = loadOrCreatePagesKey(folder)
    expect(readFileSync(join(folder, 'session.key'), 'utf8').trim()).toBe(made.toString('hex'))
  })
})
