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
})
export type Settings = z.infer<typeof Settings>

/** The profile's settings.json. A value that makes no sense counts as not set. */
export interface SettingsFile {
  read(): Settings
  write(change: Partial<Settings>): void
}

export function openSettings(profileDirectory: string): SettingsFile {
  const store = new Conf<Record<string, unknown>>({
    cwd: profileDirectory,
    configName: 'settings',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  return {
    read: () => Settings.parse(store.store),
    write: change => store.set(change),
  }
}
