import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { App, CrashReporter } from 'electron'

export interface CrashDumpsDeps {
  readonly app: Pick<App, 'setPath'>
  readonly crashReporter: Pick<CrashReporter, 'start'>
  readonly directory: string
  /** Off unless the policy of the organisation asks for it: a dump is memory, with names in it. */
  readonly wanted: boolean
  readonly nowMs: number
}

/** Long enough for a technician to fetch them. */
const keptDays = 14

/** Keeps dumps of crashes on this computer, if wanted; nothing is ever sent. Before `ready`. */
export function keepCrashDumps({ app, crashReporter, directory, wanted, nowMs }: CrashDumpsDeps): void {
  removeOldDumps(directory, wanted ? nowMs - keptDays * 86_400_000 : nowMs)
  if (!wanted) return
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  app.setPath('crashDumps', directory)
  crashReporter.start({ uploadToServer: false, compress: false })
}

function removeOldDumps(directory: string, beforeMs: number): void {
  const files = () => readdirSync(directory, { recursive: true, encoding: 'utf8' })
  try {
    for (const name of files()) {
      const path = join(directory, name)
      const found = statSync(path)
      if (/\.(dmp|meta)$/.test(name) && found.isFile() && found.mtimeMs < beforeMs) rmSync(path, { force: true })
    }
  } catch {
    // No folder, no dumps.
  }
}
