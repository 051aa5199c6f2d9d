import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { type ChallengeAnswer, type PageKey, provenText } from '../../shared/page-key/page-key.ts'
import { makeStartTokens } from './start-tokens.ts'

const lifetimeMs = 7 * 24 * 60 * 60_000
/** The page answers at once. */
const nonceLifetimeMs = 30_000

const Nonce = z.string().regex(/^[\w-]{20,100}$/)
const Challenge = z.strictObject({ id: z.string().max(100), pageNonce: Nonce })
const Resume = Challenge.extend({ hostNonce: Nonce, proof: z.string().max(100) })

interface PageKeysDeps {
  /** Of the profile: outlives a run, never leaves it. */
  readonly key: Buffer
  readonly origin: string
  readonly nowMs: () => number
}

/** Keys of pages: with one a page and the host of a later run prove to each other that they are the same as before. */
export interface PageKeys {
  /** A key for a page that is being handed out. */
  issue(): PageKey
  /** Our proof, in answer to the page's challenge; null for what no page of ours asks. */
  answer(body: string, hasSession: boolean): ChallengeAnswer | null
  /** Whether this is a page's proof in answer to ours; good once. */
  accepts(body: string): boolean
}

export function makePageKeys({ key, origin, nowMs }: PageKeysDeps): PageKeys {
  const hostNonces = makeStartTokens({ nowMs })
  const secretOf = (id: string): string => createHmac('sha256', key).update(`page ${id}`).digest('base64url')
  const isInForce = (id: string): boolean => Number(id.split('.')[0]) > nowMs()
  const proof = (by: 'host' | 'page', facts: { id: string; pageNonce: string; hostNonce: string }): Buffer =>
    createHmac('sha256', Buffer.from(secretOf(facts.id), 'base64url'))
      .update(provenText(by, { origin, ...facts }))
      .digest()
  return {
    issue() {
      const id = `${nowMs() + lifetimeMs}.${randomBytes(16).toString('base64url')}`
      return { id, secret: secretOf(id) }
    },
    answer(body, hasSession) {
      const asked = parse(Challenge, body)
      if (!asked || !isInForce(asked.id)) return null
      const hostNonce = hostNonces.issue(nonceLifetimeMs)
      return { hostNonce, proof: proof('host', { ...asked, hostNonce }).toString('base64url'), hasSession }
    },
    accepts(body) {
      const asked = parse(Resume, body)
      if (!asked || !isInForce(asked.id) || !hostNonces.use(asked.hostNonce)) return false
      const [given, expected] = [Buffer.from(asked.proof, 'base64url'), proof('page', asked)]
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}

function parse<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    return schema.parse(JSON.parse(body))
  } catch {
    return null
  }
}
