import { appendOnly, type Migration } from './migration.ts'

/** Журнал регистрации событий: ids and codes, chained by hash per workplace. */
export const migration0002: Migration = {
  number: 2,
  name: '0002-event-log',
  up(connection) {
    connection.exec(`
      create table event_log (
        workplace_id text not null references workplace (id),
        sequence integer not null check (sequence >= 0),
        id text not null unique,
        body_id text not null references body (id),
        at text not null,
        account_id text references account (id),
        kind text not null,
        objects text not null,
        result text not null,
        previous_hash text not null,
        hash text not null,
        primary key (workplace_id, sequence)
      ) strict, without rowid;
      create index event_log_by_time on event_log (body_id, at);
      ${appendOnly('event_log')}

      create table event_log_head (
        workplace_id text primary key references workplace (id),
        sequence integer not null,
        hash text not null
      ) strict;
    `)
  },
}
