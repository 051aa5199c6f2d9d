import { openConnection } from '../database/connection.ts'
import { speaksOfDamage } from '../database/database-error.ts'

/**
 * Whether everything a database holds can be read and fits together, table by table: between two of them a thread can be
 * ended. Reads only. Throws whatever else keeps it from being read: that says nothing of its pages.
 */
export function arePagesSound(location: { path: string; keyHex: string }): boolean {
  try {
    const opened = openConnection(location, true)
    try {
      const tables = opened.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all()
      return tables.every(table => opened.pragma(`quick_check("${table}")`, { simple: true }) === 'ok')
    } finally {
      opened.close()
    }
  } catch (error) {
    if (speaksOfDamage(error)) return false
    throw error
  }
}
