import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LogAnchor, LogWitness } from '../accounts/log-witness.ts'
import type { Place } from '../accounts/place.ts'
import { copyFileName, storedCopies, workplaceFolder } from './backup-place.ts'
import { provenFacts } from './copy-signature.ts'
import type { BackupRunner } from './run-backup.ts'

export interface CopiesAsWitnessDeps {
  /** null: no folder chosen. */
  readonly directory: () => string | null
  readonly place: () => Place
  readonly databasePath: string
  readonly keyHex: string
  readonly runner: Pick<BackupRunner, 'compareLogs'>
}

interface CopyAnchor extends LogAnchor {
  readonly copyPath: string
}

/** The copies of this workplace as those who remember its event log: each list carries the last line of its copy. */
export function makeCopiesAsWitness(deps: CopiesAsWitnessDeps): LogWitness<CopyAnchor> {
  const { keyHex, databasePath, runner } = deps
  return {
    remembered() {
      const directory = deps.directory()
      const nothing = { anchors: [], unsigned: 0, notTrusted: 0 }
      if (directory === null) return { ...nothing, folder: 'notSet' }
      // An unplugged disk is not an empty one.
      if (!existsSync(directory)) return { ...nothing, folder: 'notReadable' }
      const { workplaceId } = deps.place()
      try {
        const copies = storedCopies(workplaceFolder(directory, workplaceId))
        const signed = copies.filter(({ facts }) => facts.format !== 1)
        // Under another name or beside another database the list still says what it said.
        const proven = signed.flatMap(copy => {
          const facts = provenFacts(copy, keyHex)
          return facts ? [{ facts, copyPath: join(copy.folder, copyFileName) }] : []
        })
        const anchors = proven.flatMap(({ facts, copyPath }): CopyAnchor[] => {
          const { madeAt, logSequence: sequence, logHash: hash, logAt: at } = facts
          const isOurs = facts.workplaceId === workplaceId
          return isOurs && sequence !== null && hash !== null && at !== null
            ? [{ madeAt, sequence, hash, at, copyPath }]
            : []
        })
        return {
          ...{ anchors, folder: null },
          unsigned: copies.length - signed.length,
          notTrusted: signed.length - proven.length,
        }
      } catch {
        return { ...nothing, folder: 'notReadable' }
      }
    },
    differenceFrom({ copyPath, sequence, hash, at }) {
      const { workplaceId } = deps.place()
      return runner.compareLogs({ databasePath, copyPath, keyHex, workplaceId, sequence, hash, at })
    },
  }
}
