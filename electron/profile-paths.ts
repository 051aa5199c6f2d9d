import { join } from 'node:path'

/** Where things lie inside a profile directory; the same in every host. */
export interface ProfilePaths {
  readonly keys: string
  readonly database: string
  readonly logs: string
  /** Sockets of the running processes. */
  readonly run: string
  /** The browser window's own profile (browser host only). */
  readonly browser: string
  /** Chromium's own files of the desktop host. */
  readonly desktop: string
  readonly crashDumps: string
  /** Compiled code of our own modules: a restarted workstation answers sooner. */
  readonly codeCache: string
  /** Default of the settings; a profile may keep its recordings elsewhere. */
  readonly recordings: string
}

export const profilePaths = (profileDirectory: string): ProfilePaths => ({
  keys: join(profileDirectory, 'keys'),
  database: join(profileDirectory, 'workstation.db'),
  logs: join(profileDirectory, 'logs'),
  run: join(profileDirectory, 'run'),
  browser: join(profileDirectory, 'browser'),
  desktop: join(profileDirectory, 'desktop'),
  crashDumps: join(profileDirectory, 'crash-dumps'),
  codeCache: join(profileDirectory, 'code-cache'),
  recordings: join(profileDirectory, 'recordings'),
})
