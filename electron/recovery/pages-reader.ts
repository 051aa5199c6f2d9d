import type pino from 'pino'
import type { BackupRunner } from '../backup/run-backup.ts'

interface PagesReaderDeps {
  readonly runner: Pick<BackupRunner, 'readPages'>
  /** Told at once: after whatever comes now, nobody works on it before it is read. */
  readonly noteDamaged: () => void
  /** Starts the workstation anew, its whole database read first: it will offer what can be done. */
  readonly restartWithEveryPage: () => void
  readonly log: pino.Logger
}

/**
 * Reads every page of a database behind the start, where no loss of power can have torn it: a disk may have damaged it
 * since. On one that is damaged nobody works longer than until the end of the reception that is open.
 */
export interface PagesReader {
  read(database: { path: string; keyHex: string }): void
  /** Told of every change: somebody is in the middle of a reception. */
  noteBusy(isBusy: boolean): void
}

export function makePagesReader({ runner, noteDamaged, restartWithEveryPage, log }: PagesReaderDeps): PagesReader {
  let isBusy = false
  let isDamaged = false
  function act(): void {
    if (!isDamaged || isBusy) return
    isDamaged = false
    restartWithEveryPage()
  }
  return {
    read(database) {
      runner.readPages(database).then(
        ({ isSound }) => {
          if (isSound) return log.info('every page of the database was read behind the start')
          log.error('a page of the database is damaged')
          noteDamaged()
          isDamaged = true
          act()
        },
        error => log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'pages were not read'),
      )
    },
    noteBusy(busy) {
      isBusy = busy
      act()
    },
  }
}
