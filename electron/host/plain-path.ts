/** Our own names are plain ASCII; nothing is ever decoded, so nothing can be hidden behind an encoding. */
export const plainPath = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*)?$/
/** Where a file comes in (recordings.beginImport). */
export const importPath = /^\/imports\/[A-Za-z0-9_-]{20,100}$/
/** Where a recording is played from. */
export const recordingPath = /^\/recordings\/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}$/

/** The path and the query of a request target, as they stand. */
export function splitTarget(target: string): [path: string, query: string] {
  const at = target.indexOf('?')
  return at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}
