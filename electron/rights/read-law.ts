import { readFile } from 'node:fs/promises'
import { PersonalDataLaw } from '../../shared/rights/personal-data-law.ts'

/** The terms of 152-ФЗ; rejects where the file is broken: no term is better than a wrong one. */
export async function readPersonalDataLaw(file: string): Promise<PersonalDataLaw> {
  return PersonalDataLaw.parse(JSON.parse(await readFile(file, 'utf8')))
}
