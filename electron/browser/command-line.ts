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
  --demo          учебный профиль с вымышленными данными
  --profile DIR   папка профиля
  --no-window     не открывать окно, напечатать ссылку для входа`

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
