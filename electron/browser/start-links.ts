import type { OwnAddress, PagePath } from './request-guard.ts'
import type { StartTokens } from './start-tokens.ts'

/** A window opens at once; a printed link has to be carried to a browser by hand. */
const windowLifetimeMs = 60_000
const printedLifetimeMs = 10 * 60_000

/** Links that let a browser in, once each. */
export interface StartLinks {
  readonly own: OwnAddress
  fresh(page: PagePath): string
  /** A line for the terminal. */
  printed(): string
}

export function makeStartLinks({ port, tokens }: { port: number; tokens: StartTokens }): StartLinks {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const link = (page: PagePath, lifetimeMs: number): string => `${origin}${page}?token=${tokens.issue(lifetimeMs)}`
  return {
    own: { host, origin },
    fresh: page => link(page, windowLifetimeMs),
    printed: () =>
      `Откройте в браузере (ссылка действует один раз, ${printedLifetimeMs / 60_000} минут):\n  ${link('/', printedLifetimeMs)}`,
  }
}
