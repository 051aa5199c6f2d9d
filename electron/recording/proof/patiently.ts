import { setTimeout as pause } from 'node:timers/promises'

/** What a virus scanner or an indexer causes that has the file open for a moment. */
const passingCodes: ReadonlySet<unknown> = new Set(['EPERM', 'EBUSY', 'EACCES'])
/** Together some six seconds: a scan of a file just written ends within that. */
const pausesMs = [50, 100, 200, 400, 800, 1_600, 3_200]

/**
 * Renames or removes again with growing pauses where another program holds the file for a moment. Rejects with the last
 * error when it does not let go, and at once with any other error.
 */
export async function patiently<T>(work: () => Promise<T>, waitsMs: readonly number[] = pausesMs): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && passingCodes.has(error.code))) throw error
      await pause(waitMs)
    }
  }
  return work()
}
