import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type SqliteDatabase from 'better-sqlite3'
import { openConnection } from './connection.ts'
import { DatabaseError } from './database-error.ts'
import { areSameCounts, rowCountsOf } from './row-counts.ts'

/**
 * Writes a verified copy of an open database, encrypted with the same key, 0600: opened again, checked page by page,
 * every table counted. Nothing of a copy that fails is left. Throws DatabaseError `copyFailed`.
 */
export function copyDatabase(deps: { raw: SqliteDatabase.Database; keyHex: string; target: string }): void {
  const { raw, keyHex, target } = deps
  const sibling = `${target}.new`
  rmSync(sibling, { force: true })
  try {
    closeSync(openSync(sibling, 'w', 0o600))
    // Compacts, too: pages of deleted rows do not travel with the copy.
    raw.prepare('vacuum into ?').run(sibling)
    chmodSync(sibling, 0o600)
    verify(raw, { path: sibling, keyHex })
    const file = openSync(sibling, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(sibling, target)
  } catch (error) {
    rmSync(sibling, { force: true })
    throw new DatabaseError('copyFailed', 'the copy of the database could not be made or verified', error)
  }
}

function verify(original: SqliteDatabase.Database, copy: { path: string; keyHex: string }): void {
  const opened = openConnection(copy, true)
  try {
    const health = opened.pragma('integrity_check', { simple: true })
    if (health !== 'ok') throw new Error(`integrity check of the copy: ${String(health)}`)
    if (!areSameCounts(rowCountsOf(opened), rowCountsOf(original)))
      throw new Error('the copy holds other rows than the original')
  } finally {
    opened.close()
  }
}
