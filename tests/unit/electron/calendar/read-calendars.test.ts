import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCalendars } from '../../../../electron/calendar/read-calendars.ts'
import { bundledYears } from '../../../fixtures/calendars.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'videopriem-calendars-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const write = (name: string, content: unknown) => writeFileSync(join(directory, name), JSON.stringify(content))

test('every year of the folder, in order; nothing else is looked at', async () => {
  const [first, second] = bundledYears
  write('2026.json', second)
  write('2025.json', first)
  writeFileSync(join(directory, 'README.md'), 'no calendar')
  expect(await readCalendars(directory)).toEqual([first, second])
})

test('a broken year is refused with its file and field', async () => {
  write('2025.json', { ...bundledYears[0], workingDaysByMonth: Array(12).fill(20) })
  await expect(readCalendars(directory)).rejects.toThrow(/2025\.json: workingDaysByMonth\.0: рабочих дней по датам 17/)
})
