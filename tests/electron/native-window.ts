import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { until } from '../fixtures/until.ts'

const run = promisify(execFile)

/** A window the system draws (a question, a place for a file), which no page and no driver sees. */
export interface NativeWindow {
  readonly title: string
  /** The window it stands on, by its number; null: on none. */
  parent(): Promise<string | null>
  press(key: string): Promise<void>
  whenGone(): Promise<void>
}

/** Waits for one by its whole title. */
export async function nativeWindow(display: string, title: string): Promise<NativeWindow> {
  const env = { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' }
  const ask = async (command: string, ...args: string[]) =>
    (await run(command, args, { env }).catch(() => ({ stdout: '' }))).stdout.trim()
  const find = () => ask('xdotool', 'search', '--onlyvisible', '--name', `^${title}$`)
  const [id = ''] = (await until(`a window «${title}»`, find, ids => ids !== '')).split('\n')
  return {
    title,
    async parent() {
      const [, number] = /window id # (\S+)/.exec(await ask('xprop', '-id', id, 'WM_TRANSIENT_FOR')) ?? []
      return number === undefined ? null : String(Number.parseInt(number, 16))
    },
    async press(key) {
      // Not `--sync`: it waits for ever where the manager had it in front already.
      await ask('xdotool', 'windowactivate', id)
      await until(
        `«${title}» has the keyboard`,
        () => ask('xdotool', 'getactivewindow'),
        active => active === id,
      )
      await ask('xdotool', 'key', key)
    },
    whenGone: async () => void (await until(`«${title}» is gone`, find, ids => !ids.split('\n').includes(id))),
  }
}

/** Number of a window of the program on the display. */
export async function windowNumber(display: string, title: string): Promise<string> {
  const env = { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' }
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', `^${title}$`], { env })
  return stdout.trim().split('\n')[0] ?? ''
}
