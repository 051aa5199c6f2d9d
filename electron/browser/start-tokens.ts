import { createHash, randomBytes } from 'node:crypto'

/** One-time tokens of start links. They live in memory: a restart of the supervisor makes all of them worthless. */
export interface StartTokens {
  issue(lifetimeMs: number): string
  /** True once, within the lifetime. */
  use(token: string): boolean
}

export function makeStartTokens({ nowMs }: { nowMs: () => number }): StartTokens {
  const expiryByHash = new Map<string, number>()
  const forgetExpired = (): void => {
    for (const [hash, expiresMs] of expiryByHash) if (expiresMs <= nowMs()) expiryByHash.delete(hash)
  }
  return {
    issue(lifetimeMs) {
      forgetExpired()
      const token = randomBytes(32).toString('base64url')
      expiryByHash.set(hashOf(token), nowMs() + lifetimeMs)
      return token
    },
    use(token) {
      forgetExpired()
      return expiryByHash.delete(hashOf(token))
    },
  }
}

/** Looked up by hash, so that the time of the comparison says nothing about the token. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
