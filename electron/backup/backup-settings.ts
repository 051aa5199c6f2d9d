import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { writeFilePrivately } from '../database/write-file-privately.ts'

/** Offices switch their computers off at night; then the copy is made at the first start after this hour. */
const usualHour = 3

const BackupSettings = z.strictObject({
  /** Absolute; null = not chosen. */
  directory: z.string().min(1).nullable(),
  /** Local hour from which on a copy is due. */
  hour: z.int().min(0).max(23),
})
export type BackupSettings = Readonly<z.infer<typeof BackupSettings>>

/**
 * Where copies lie, kept outside of the database (`backup.json` of the profile): a database that cannot be opened cannot
 * say where its copies are, and one that was restored would speak of yesterday's folder.
 */
export interface BackupSettingsFile {
  read(): BackupSettings
  write(settings: BackupSettings): void
}

export function openBackupSettings(profileDirectory: string): BackupSettingsFile {
  const path = join(profileDirectory, 'backup.json')
  return {
    read() {
      try {
        return BackupSettings.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return { directory: null, hour: usualHour }
      }
    },
    write: settings => writeFilePrivately(path, `${JSON.stringify(settings)}\n`),
  }
}
