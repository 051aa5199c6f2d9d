import { readFileSync } from 'node:fs'

/** What the system tells in a small file of its own; '' where it has none. */
export function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
