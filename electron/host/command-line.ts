import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What was asked for on the command line. */
export interface CommandLine {
  readonly demonstration: boolean
  /** Absolute; null = the usual place of this system. */
  readonly profileDirectory: string | null
  /** False: print the start link instead of opening a window. */
  readonly window: boolean
}

export const usage = `npm start [-- ПАРАМЕТРЫ]
  --browser       окно браузера, даже если установлен Electron
  --demo          учебный профиль с вымышленными данными
  --profile DIR   папка профиля
  --no-window     не открывать окно, напечатать ссылку для входа`

/**
 * The same of a desktop program's arguments. Nothing is refused: Chromium's own switches and a path of the program stand
 * among them.
 */
export function readDesktopCommandLine(
  args: readonly string[],
  workingDirectory: string,
): Pick<CommandLine, 'demonstration' | 'profileDirectory'> {
  const options = { demo: { type: 'boolean' }, profile: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true })
  const { profile } = values
  return {
    demonstration: values.demo === true,
    profileDirectory: typeof profile === 'string' && profile !== '' ? resolve(workingDirectory, profile) : null,
  }
}

/** Reads the arguments; null when they cannot be understood. */
export function readCommandLine(args: readonly string[], workingDirectory: string): CommandLine | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        profile: { type: 'string' },
        'no-window': { type: 'boolean', default: false },
      },
    })
    if (values.profile === '') return null
    return {
      demonstration: values.demo,
      profileDirectory: values.profile === undefined ? null : resolve(workingDirectory, values.profile),
      window: !values['no-window'],
    }
  } catch {
    return null
  }
}
