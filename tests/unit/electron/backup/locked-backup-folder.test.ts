import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBackupSettings } from '../../../../electron/backup/backup-settings.ts'
import { withBackupFolder } from '../../../../electron/backup/locked-backup-folder.ts'

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'backup-folder-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

test('without a policy the file is as it was', () => {
  const file = openBackupSettings(profile)
  expect(withBackupFolder(file, undefined)).toBe(file)
})

test('the folder of the policy is read, the hour is the workplace’s, and its own folder outlives the policy', () => {
  const file = openBackupSettings(profile)
  file.write({ directory: '/mnt/mine', hour: 3 })
  const locked = withBackupFolder(file, '/mnt/policy')
  expect(locked.read()).toEqual({ directory: '/mnt/policy', hour: 3 })
  locked.write({ directory: '/mnt/policy', hour: 5 })
  expect(locked.read()).toEqual({ directory: '/mnt/policy', hour: 5 })
  expect(file.read()).toEqual({ directory: '/mnt/mine', hour: 5 })
})
