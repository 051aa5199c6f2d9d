import { expect, test } from 'vitest'
import { besideModule } from '../../../electron/beside.ts'

test.each([
  ['file:///src/electron/backup/run-backup.ts', 'file:///src/electron/backup/backup-worker.ts'],
  [
    'file:///opt/x/resources/app.asar/out/desktop/shared-1a.js',
    'file:///opt/x/resources/app.asar/out/desktop/backup-worker.js',
  ],
  ['file:///src/electron/backup/run-backup.ts?v=1', 'file:///src/electron/backup/backup-worker.ts'],
  ['file:///C:/Program%20Files/main.js', 'file:///C:/Program%20Files/backup-worker.js'],
])('%s starts %s', (from, to) => {
  expect(besideModule(from, 'backup-worker').href).toBe(to)
})
