import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PromisedFilm } from './film-kind.ts'

const fileName = 'demonstration-films.json'

/** Keeps which recordings the story promised; written before the story is committed, so that none is forgotten. */
export function keepPromisedFilms(profileDirectory: string, films: readonly PromisedFilm[]): void {
  writeFileSync(join(profileDirectory, fileName), `${JSON.stringify(films, null, 2)}\n`, { mode: 0o600, flush: true })
}

/** What the story promised; nothing in a profile that no story was told in, and where the file cannot be read. */
export function readPromisedFilms(profileDirectory: string): readonly PromisedFilm[] {
  try {
    return PromisedFilm.array().parse(JSON.parse(readFileSync(join(profileDirectory, fileName), 'utf8')))
  } catch {
    return []
  }
}
