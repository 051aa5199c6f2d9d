import { appendOnly, type Migration } from './migration.ts'

/** Copies of the database that were made, that failed, and that were restored. */
export const migration0010: Migration = {
  number: 10,
  name: '0010-backups',
  up(connection) {
    connection.exec(`
      create table backup_run (
        -- The order they were written in: a wrong clock does not change it.
        sequence integer primary key,
        id text not null unique,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        at text not null check (at like '%Z'),
        reason text not null check (reason in ('nightly', 'asked', 'beforeMigration', 'restore')),
        -- Null: it succeeded.
        failure text,
        -- The copy made or restored.
        name text check (name is null or name like '____-__-__T__-__-__Z'),
        account_id text references account (id),
        check ((failure is null) = (name is not null) or reason = 'restore')
      ) strict;
      ${appendOnly('backup_run')}
    `)
  },
}
