import { appendOnly, type Migration } from './migration.ts'

/** The last moment believed, and the times a person confirmed: what cannot be undone waits for them. */
export const migration0022: Migration = {
  number: 22,
  name: '0022-trusted-time',
  up(connection) {
    connection.exec(`
      create table trusted_time (
        workplace_id text primary key references workplace (id),
        believed_at text not null check (believed_at like '%Z')
      ) strict, without rowid;

      create table time_confirmation (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        confirmed_at text not null check (confirmed_at like '%Z'),
        -- What was believed before; null: nothing.
        believed_before text,
        -- Lines of the event log before this one no longer count.
        after_sequence integer not null,
        reason text not null check (trim(reason) <> ''),
        confirmed_by text not null references account (id)
      ) strict;
      create index time_confirmation_by_workplace on time_confirmation (workplace_id, after_sequence);
      ${appendOnly('time_confirmation')}
    `)
  },
}
