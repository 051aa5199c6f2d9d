import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { until } from '../fixtures/until.ts'

const run = promisify(execFile)

/** A person's hands on the display: Playwright's own keys say nothing about who has the keyboard. */
export interface Hands {
  /** The desk's window in front. */
  raise(): Promise<void>
  minimize(): Promise<void>
  clickAt(x: number, y: number): Promise<void>
  /** A combination as xdotool names it. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
}

export async function handsOn(display: string, title = '^Видеоприём$'): Promise<Hands> {
  const environment = { ...process.env, DISPLAY: display }
  const xdotool = async (...args: string[]) => (await run('xdotool', args, { env: environment })).stdout.trim()
  const find = () => xdotool('search', '--onlyvisible', '--name', title).catch(() => '')
  const found = await until('the window on the display', find, ids => ids !== '')
  const id = found.split('\n')[0] ?? ''
  return {
    raise: async () => void (await xdotool('windowactivate', '--sync', id)),
    minimize: async () => void (await xdotool('windowminimize', id)),
    clickAt: async (x, y) =>
      void (await xdotool('mousemove', '--window', id, String(Math.round(x)), String(Math.round(y)), 'click', '1')),
    press: async key => void (await xdotool('key', key)),
    type: async text => void (await xdotool('type', '--delay', '40', text)),
  }
}
