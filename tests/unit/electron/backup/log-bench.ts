import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chainHash, chainStart } from '../../../../electron/accounts/event-chain.ts'
import { type EventLogService, makeEventLogService } from '../../../../electron/accounts/event-log-service.ts'
import { copyFileName, factsFileName } from '../../../../electron/backup/backup-place.ts'
import { makeCopiesAsWitness } from '../../../../electron/backup/copies-as-witness.ts'
import { makeBackupRunner } from '../../../../electron/backup/run-backup.ts'
import { openConnection } from '../../../../electron/database/connection.ts'
import type { EventLogTable } from '../../../../electron/database/schema.ts'
import type { LogCheck } from '../../../../shared/contract/event-log.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { makeBackupBench } from './backup-bench.ts'

/** An event log at work, its copies, and somebody who holds the file with its key. */
export function makeLogBench() {
  const bench = makeBackupBench(1)
  const { folder, session } = bench
  const runner = makeBackupRunner()
  let directory: string | null = bench.directory
  const service: EventLogService = makeEventLogService({
    ...bench,
    witnesses: [
      makeCopiesAsWitness({
        ...{ directory: () => directory, place: bench.accounts.place, runner },
        ...{ databasePath: folder.databasePath, keyHex: folder.keyHex },
      }),
    ],
  })
  const connectionTo = (path: string) => openConnection({ path, keyHex: folder.keyHex }, false)

  /** Every line of the log, changed as somebody wishes, each with a number and a hash that fit again. */
  function rewrite(change: (lines: EventLogTable[]) => EventLogTable[]): void {
    const database = connectionTo(folder.databasePath)
    database.exec('drop trigger if exists event_log_never_changes; drop trigger if exists event_log_never_shrinks')
    const lines = change(database.prepare<[], EventLogTable>('select * from event_log order by sequence').all())
    database.exec('delete from event_log')
    const columns = Object.keys(lines[0] ?? {})
    const insert = database.prepare(
      `insert into event_log (${columns.join(', ')}) values (${columns.map(name => `@${name}`).join(', ')})`,
    )
    let previous = chainStart
    for (const [sequence, line] of lines.entries()) {
      const { hash: _, ...content } = { ...line, sequence, previous_hash: previous }
      previous = chainHash(content)
      insert.run({ ...content, hash: previous })
    }
    database.prepare('update event_log_head set sequence = ?, hash = ?').run(lines.length - 1, previous)
    database.close()
  }

  return {
    ...bench,
    runner,
    service,
    rewrite,
    fill(lines: number): void {
      for (let line = 0; line < lines; line += 1) {
        bench.eventLog.append({ accountId: session.account.id, kind: 'locked', objects: {}, result: 'done' })
      }
    },
    copyAt: (madeAt: string) => bench.make({ madeAtMs: Date.parse(madeAt) }),
    check: async (): Promise<LogCheck> => unwrap(await service.verify(session)),
    chooseFolder(chosen: string | null): void {
      directory = chosen
    },
    folderOf: (name: string) => join(bench.copies, name),
    copyPath: (name: string) => join(bench.copies, name, copyFileName),
    /** Writes the list of a copy anew. */
    changeList(name: string, change: (facts: Record<string, unknown>) => Record<string, unknown>): void {
      const path = join(bench.copies, name, factsFileName)
      writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))))
    },
    /** The database becomes the one of a copy, as the program does it: the lines it had are gone, one tells of it. */
    restoreFrom(name: string, tells = true): void {
      const database = connectionTo(folder.databasePath)
      database.exec('drop trigger if exists event_log_never_changes; drop trigger if exists event_log_never_shrinks')
      const copy = connectionTo(join(bench.copies, name, copyFileName))
      const lines = copy.prepare<[], EventLogTable>('select * from event_log order by sequence').all()
      const head = copy.prepare<[], { sequence: number; hash: string }>('select * from event_log_head').get()
      copy.close()
      database.exec('delete from event_log')
      const columns = Object.keys(lines[0] ?? {})
      const insert = database.prepare(
        `insert into event_log (${columns.join(', ')}) values (${columns.map(column => `@${column}`).join(', ')})`,
      )
      for (const line of lines) insert.run(line)
      database.prepare('update event_log_head set sequence = ?, hash = ?').run(head?.sequence, head?.hash)
      database.close()
      if (tells) bench.eventLog.append({ accountId: null, kind: 'backupRestored', objects: {}, result: 'done' })
    },
    duplicate: (name: string, other: string) =>
      cpSync(join(bench.copies, name), join(bench.copies, other), { recursive: true }),
    async close(): Promise<void> {
      await runner.close()
      bench.close()
    },
  }
}
