import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { labourCodeFault } from '../../shared/calendar/labour-code.ts'
import { ProductionYear } from '../../shared/calendar/production-year.ts'
import { parsedOnce } from '../parsed-once.ts'

/** The production calendars that come with the program, by year. Rejects, naming file and field, where one is broken. */
export async function readCalendars(directory: string): Promise<readonly ProductionYear[]> {
  const names = (await readdir(directory)).filter(name => name.endsWith('.json')).sort()
  return Promise.all(names.map(name => readYear(join(directory, name))))
}

async function readYear(file: string): Promise<ProductionYear> {
  const answer = ProductionYear.safeParse(JSON.parse(await readFile(file, 'utf8')), parsedOnce)
  const against = answer.success ? labourCodeFault(answer.data) : null
  if (against !== null) throw new Error(`${file}: ${against}`)
  if (answer.success) return answer.data
  const faults = answer.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`)
  throw new Error(faults.join('\n'))
}
