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

/** Keeps them without Electron. A file that cannot be read is begun anew. */
export const confKeeper: OpenSettingsKeeper = ({ directory, fileName, fileMode }) =>
  new Conf<Record<string, unknown>>({
    cwd: directory,
    configName: fileName,
    clearInvalidConfig: true,
    configFileMode: fileMode,
  })

export function openSettings(profileDirectory: string, openKeeper: OpenSettingsKeeper = confKeeper): SettingsFile {
  const store = openKeeper({ directory: profileDirectory, fileName: 'settings', fileMode: 0o600 })
  return {
    read: () => Settings.parse(store.store),
    write: change => store.set(change),
  }
}
