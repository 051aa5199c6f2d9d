import { type OwnAddress, openingPaths, type PagePath } from './request-guard.ts'
import type { StartTokens } from './start-tokens.ts'

/** A window opens at once; a printed link has to be carried to a browser by hand. */
const windowLifetimeMs = 60_000
const printedLifetimeMs = 10 * 60_000

/** What lets a browser in, once. */
export interface StartLink {
  readonly page: PagePath
  /** Where the token is to be sent. */
  readonly address: string
  readonly token: string
}

/** Links that let a browser in, once each. */
export interface StartLinks {
  readonly own: OwnAddress
  /** For a window we open ourselves. */
  fresh(page: PagePath): StartLink
  /** A line for the terminal. */
  printed(): string
}

export function makeStartLinks({ port, tokens }: { port: number; tokens: StartTokens }): StartLinks {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  return {
    own: { host, origin },
    fresh: page => ({ page, address: `${origin}${openingPaths[page]}`, token: tokens.issue(windowLifetimeMs) }),
    printed: () =>
      `Откройте в браузере (ссылка действует один раз, ${printedLifetimeMs / 60_000} минут):\n  ${origin}/?token=${tokens.issue(printedLifetimeMs)}`,
  }
}
