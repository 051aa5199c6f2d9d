import { createHash } from 'node:crypto'
import type { EventLogTable } from '../database/schema.ts'

/** `previous_hash` of the first line of a chain. */
export const chainStart = '0'.repeat(64)

/** JSON with sorted keys: the same content always gives the same bytes. Takes flat objects. */
export function canonicalJson(value: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const entries = Object.entries(value).filter(([, content]) => content !== undefined)
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** SHA-256 over the hash before and the canonical JSON of everything else in the line. */
export function chainHash(line: Omit<EventLogTable, 'hash'>): string {
  const { previous_hash: previous, ...content } = line
  return createHash('sha256').update(previous).update(canonicalJson(content)).digest('hex')
}

/** Whether a line is the one of that number, follows the hash before it and still is as it was written. */
export function fitsChain({ hash, ...content }: EventLogTable, sequence: number, previous: string): boolean {
  return content.sequence === sequence && content.previous_hash === previous && chainHash(content) === hash
}
