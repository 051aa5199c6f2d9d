import { existsSync, readFileSync } from 'node:fs'
import { join, posix, win32 } from 'node:path'
import { StartFailure } from '../workstation-keeper.ts'

/** Written beside the program by the installer, which is an administrator's and asks Windows for the known folder. */
const noteName = 'policy-folder.txt'

export interface PolicyPlace {
  readonly platform: NodeJS.Platform
  /** Of the installed program, where only an administrator writes. */
  readonly resourcesPath: string
}

/**
 * Where an administrator puts the policy: a place no ordinary user may write to. It is never taken from a variable of
 * the environment, which everybody sets for himself.
 */
export function policyPath({ platform, resourcesPath }: PolicyPlace): string {
  switch (platform) {
    case 'win32':
      return win32.join(programData(join(resourcesPath, noteName)), 'Videopriem', 'policy.json')
    case 'darwin':
      return posix.join('/Library/Application Support', 'Videopriem', 'policy.json')
    default:
      return '/etc/videopriem/policy.json'
  }
}

/** The folder the installer named; the usual one for a program that nobody installed. */
function programData(note: string): string {
  if (!existsSync(note)) return 'C:\\ProgramData'
  const folder = readFileSync(note, 'utf16le')
    .replace(/^\uFEFF/, '')
    .trim()
  if (/^[A-Za-z]:\\[^"*<>?|]*$/.test(folder)) return folder
  throw new StartFailure(`Файл ${note} испорчен: в нём нет папки политики. Установите программу заново.`)
}
