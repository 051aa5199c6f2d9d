import { chmodSync, mkdirSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/** What the usual place of a profile depends on. */
export interface ProfilePlace {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The demonstration never shares a folder with real receptions. */
  readonly demonstration: boolean
}

/** The usual place of the profile on each system. */
export function usualProfileDirectory({ platform, environment, home, demonstration }: ProfilePlace): string {
  const name = demonstration ? 'videopriem-demo' : 'videopriem'
  switch (platform) {
    case 'win32':
      return win32.join(environment.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), name)
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', name)
    default: {
      const data = environment.XDG_DATA_HOME
      // The XDG specification: a relative path is invalid and must be ignored.
      return posix.join(data?.startsWith('/') ? data : posix.join(home, '.local', 'share'), name)
    }
  }
}

/** Makes the folder readable by its owner only, also when it stood open before. */
export function makePrivateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (process.platform !== 'win32') chmodSync(directory, 0o700)
}
