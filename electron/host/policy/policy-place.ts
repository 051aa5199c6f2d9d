import { posix, win32 } from 'node:path'

export interface PolicyPlace {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Where an administrator puts the policy: a place no ordinary user may write to. */
export function policyPath({ platform, environment }: PolicyPlace): string {
  switch (platform) {
    case 'win32':
      return win32.join(
        environment.ProgramData ?? environment.PROGRAMDATA ?? 'C:\\ProgramData',
        'Videopriem',
        'policy.json',
      )
    case 'darwin':
      return posix.join('/Library/Application Support', 'Videopriem', 'policy.json')
    default:
      return '/etc/videopriem/policy.json'
  }
}
