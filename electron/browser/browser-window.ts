import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type pino from 'pino'
import { browserArguments, browserPreferences } from './browser-arguments.ts'
import { writeOpeningPage } from './opening-page.ts'
import type { StartLink } from './start-links.ts'

interface BrowserWindowsDeps {
  readonly executable: string
  readonly browserProfile: string
  /** The browser did not open a window. */
  readonly onFailure: () => void
  readonly log: pino.Logger
}

/** Windows of the browser instance that belongs to this profile. */
export interface BrowserWindows {
  open(link: StartLink): void
}

export function makeBrowserWindows({ executable, browserProfile, onFailure, log }: BrowserWindowsDeps): BrowserWindows {
  const rootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  const open = (start: StartLink): void => {
    const firstOpening = seedPreferences(browserProfile)
    const link = pathToFileURL(writeOpeningPage(browserProfile, start)).href
    const child = spawn(
      executable,
      browserArguments({ link, browserProfile, firstOpening, rootOnLinux }),
      // A group of its own: Ctrl+C in the terminal stops the program, not the window somebody is reading. LANGUAGE is
      // what Chromium goes by on Linux, `--lang` elsewhere.
      { detached: true, stdio: 'ignore', env: { ...process.env, LANGUAGE: 'ru' } },
    )
    let failed = false
    const fail = (detail: string): void => {
      if (failed) return
      failed = true
      log.error({ detail }, 'browser window')
      onFailure()
    }
    child.on('error', error => fail(error.message))
    child.on('exit', code => {
      if (code) fail(`exit ${code}`)
    })
    child.unref()
  }
  return { open }
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** Sets a new browser profile up; answers whether it is new. */
export function seedPreferences(browserProfile: string): boolean {
  const file = join(browserProfile, 'Default', 'Preferences')
  if (existsSync(file)) return false
  mkdirSync(join(browserProfile, 'Default'), { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify(browserPreferences), { mode: 0o600 })
  return true
}
