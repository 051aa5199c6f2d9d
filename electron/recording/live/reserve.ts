import { randomBytes } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './durable-files.ts'

/** Enough for the last log lines of a recording and for the database to write down why it ended. */
export const reserveBytes = 1024 * 1024

/**
 * A file that holds space back: when the disk is full it is given up, so that the end of the part, its cause and the
 * markers can still be written.
 */
export interface Reserve {
  /** Rejects with the system error where there is no room for it. */
  ensure(): Promise<void>
  /** Never rejects. */
  giveUp(): Promise<void>
}

export function makeReserve(rootDirectory: string): Reserve {
  const path = join(rootDirectory, '.reserve')
  return {
    async ensure() {
      const size = await stat(path).then(
        file => file.size,
        () => 0,
      )
      // Random bytes, because a compressing disk keeps no room for zeros.
      if (size < reserveBytes) await writeWhole(path, randomBytes(reserveBytes))
    },
    giveUp: () => rm(path, { force: true }).catch(() => undefined),
  }
}
