/** The moment in the name of a copy, «2026-11-24T03-00-00Z», epoch milliseconds; null where it is not such a name. */
export function backupTimeMs(name: string): number | null {
  if (!backupNamePattern.test(name)) return null
  const ms = Date.parse(`${name.slice(0, 10)}T${name.slice(11, 19).replaceAll('-', ':')}Z`)
  return Number.isNaN(ms) ? null : ms
}

export const backupNamePattern = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z$/
