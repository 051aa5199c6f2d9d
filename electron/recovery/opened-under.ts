import { readFileSync, rmSync, statSync } from 'node:fs'
import * as z from 'zod'
import { writeFilePrivately } from '../database/write-file-privately.ts'
import { liesOnFixedDisk } from '../disk/fixed-disk.ts'

/** Under which run of the computer which file was last worked on as the database. */
const OpenedUnder = z.strictObject({ bootId: z.uuid(), device: z.int(), inode: z.int() })
type OpenedUnder = z.infer<typeof OpenedUnder>

/** What the answer depends on; tests have their own. */
export interface ComputerFacts {
  /** A new one at every start of the computer; null: not known. */
  readonly bootId: () => string | null
  readonly liesOnFixedDisk: (path: string) => boolean
}

/**
 * Linux draws a number at each start. Windows has nothing as exact that can be read without machine code: the time of its
 * start moves with the clock, and a «fast start» is none.
 */
const thisComputer: ComputerFacts = {
  bootId() {
    try {
      return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    } catch {
      return null
    }
  },
  liesOnFixedDisk,
}

/**
 * Remembers, beside the database, under which run of the computer it was worked on. As long as that run goes on, the
 * disk inside the computer has had its power: whichever process was killed, what it wrote is whole in the memory of the
 * system. Written after the database was opened for work, that is after its pages were known to be whole; whatever cuts
 * that off leaves an earlier run, or nothing.
 */
export interface OpenedUnderFile {
  /** Whether the file is known to have had power ever since it was last worked on. */
  hadPowerSince(): boolean
  note(): void
  /** Nothing is known of it any more. */
  forget(): void
}

export function openedUnderFile(databasePath: string, computer: ComputerFacts = thisComputer): OpenedUnderFile {
  const path = `${databasePath}.opened.json`
  const now = (): OpenedUnder | null => {
    const found = statSync(databasePath, { throwIfNoEntry: false })
    const here = found && { bootId: computer.bootId(), device: found.dev, inode: found.ino }
    return OpenedUnder.safeParse(here).data ?? null
  }
  const kept = (): OpenedUnder | null => {
    try {
      return OpenedUnder.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
    } catch {
      return null
    }
  }
  const isKept = (here: OpenedUnder | null): boolean => {
    const before = kept()
    if (here === null || before === null) return false
    return before.bootId === here.bootId && before.device === here.device && before.inode === here.inode
  }
  return {
    hadPowerSince: () => isKept(now()) && computer.liesOnFixedDisk(databasePath),
    note() {
      const here = now()
      if (here !== null && !isKept(here)) writeFilePrivately(path, `${JSON.stringify(here)}\n`)
    },
    forget: () => rmSync(path, { force: true }),
  }
}
