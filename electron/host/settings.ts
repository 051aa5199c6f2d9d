import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import * as z from 'zod'

const Port = z.int().min(1024).max(65535).nullable()

const Settings = z.object({
  /** The next start listens on the same port, so that open pages find it again. */
  port: Port.catch(null),
  demonstrationRoomPort: Port.catch(null),
  /** null = inside the profile. */
  recordingsDirectory: z.string().min(1).nullable().catch(null),
  /** Path of ffmpeg; null = look for one. */
  ffmpeg: z.string().min(1).nullable().catch(null),
  /** Path of the browser to open windows with; null = look for one. */
  browser: z.string().min(1).nullable().catch(null),
  /** The warning about the key's keeping that was shown already (desktop host). */
  keyWarningShown: z.string().min(1).nullable().catch(null),
})
export type Settings = z.infer<typeof Settings>

/** The profile's settings.json. A value that makes no sense counts as not set. */
export interface SettingsFile {
  /** Where a file that could not be read was put aside when it was opened; null: it could. */
  readonly damagedCopy: string | null
  read(): Settings
  write(change: Partial<Settings>): void
}

/** What keeps the file: `conf` in the browser host, electron-store, a wrapper of it, on the desktop. */
export interface SettingsKeeper {
  readonly store: Record<string, unknown>
  set(change: Record<string, unknown>): void
}

export interface SettingsPlace {
  readonly directory: string
  /** Without the extension `.json`. */
  readonly fileName: string
  readonly fileMode: number
}

export type OpenSettingsKeeper = (place: SettingsPlace) => SettingsKeeper

/** Keeps them without Electron. */
export const confKeeper: OpenSettingsKeeper = ({ directory, fileName, fileMode }) =>
  new Conf<Record<string, unknown>>({
    cwd: directory,
    configName: fileName,
    clearInvalidConfig: true,
    configFileMode: fileMode,
  })

/** A file that cannot be read is put aside and begun anew: what it said of the recordings' folder may be read from it. */
export function openSettings(profileDirectory: string, openKeeper: OpenSettingsKeeper = confKeeper): SettingsFile {
  const damagedCopy = putDamagedAside(join(profileDirectory, 'settings.json'))
  const store = openKeeper({ directory: profileDirectory, fileName: 'settings', fileMode: 0o600 })
  return {
    damagedCopy,
    read: () => Settings.parse(store.store),
    write(change) {
      // Each start keeps its port, which is nearly always the former one: a file need not be flushed to the disk for it.
      const kept = store.store
      if (Object.entries(change).some(([name, value]) => kept[name] !== value)) store.set(change)
    },
  }
}

function putDamagedAside(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return null
  } catch (error) {
    // A file nobody lets us read is no damaged one.
    if (!(error instanceof SyntaxError)) throw error
  }
  const time = `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const copy = path.replace(/\.json$/, `.damaged-${time}.json`)
  renameSync(path, copy)
  return copy
}
