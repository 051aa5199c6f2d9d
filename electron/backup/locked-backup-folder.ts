import type { BackupSettingsFile } from './backup-settings.ts'

/** The same file under a policy that names the folder: it is read from the policy, the hour stays the workplace's. */
export function withBackupFolder(file: BackupSettingsFile, directory: string | undefined): BackupSettingsFile {
  if (directory === undefined) return file
  return {
    read: () => ({ ...file.read(), directory }),
    // The workplace's own choice stays in the file for the day the policy is gone.
    write: settings => file.write({ ...settings, directory: file.read().directory }),
  }
}
