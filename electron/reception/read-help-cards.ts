import { readFile } from 'node:fs/promises'
import { HelpCards } from '../../shared/reception/help-cards.ts'
import { parsedOnce } from '../parsed-once.ts'

/** Reads and checks the cards of «Помочь подключиться». Rejects where the file is not what it should be. */
export async function readHelpCards(file: string): Promise<HelpCards> {
  return HelpCards.parse(JSON.parse(await readFile(file, 'utf8')), parsedOnce)
}
