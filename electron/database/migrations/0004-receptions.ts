import { appendOnly, type Migration, neverDeleted } from './migration.ts'

/** Receptions and what happened to them: the events are the truth, they only grow. */
export const migration0004: Migration = {
  number: 4,
  name: '0004-receptions',
  up(connection) {
    connection.exec(`
      create table reception (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        specialist_id text not null references account (id),
        appointed_at text not null check (appointed_at like '%Z'),
        appointed_on text not null,
        link text,
        meeting_number text,
        note text not null,
        step text not null,
        created_at text not null
      ) strict;
      create index reception_by_day on reception (body_id, appointed_on, appointed_at);
      create index reception_by_application on reception (application_id);
      create index reception_open on reception (workplace_id, appointed_at)
        where step in ('waiting', 'notifying', 'identifying', 'consulting', 'connectionLost', 'fault', 'closing');
      ${neverDeleted('reception')}

      create table reception_event (
        reception_id text not null references reception (id),
        sequence integer not null check (sequence >= 0),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        occurred_at text not null,
        recorded_at text not null,
        author_id text not null references account (id),
        source text not null,
        action text not null check (json_valid(action)),
        primary key (reception_id, sequence)
      ) strict, without rowid;
      ${appendOnly('reception_event')}
    `)
  },
}
