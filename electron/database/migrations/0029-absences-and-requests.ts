import { appendOnly, type Migration } from './migration.ts'

/**
 * Days on which a specialist receives nobody, as the specialist said, taken back by a line of its own; and which request
 * of a page registered which application, so that a second press is answered like the first.
 */
export const migration0029: Migration = {
  number: 29,
  name: '0029-absences-and-requests',
  up(connection) {
    connection.exec(`
      create table absence (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        account_id text not null references account (id),
        -- Local dates of the body, both included.
        from_on text not null,
        to_on text not null check (to_on >= from_on),
        note text not null,
        noted_at text not null check (noted_at like '%Z')
      ) strict;
      create index absence_by_account on absence (account_id, to_on);
      ${appendOnly('absence')}

      create table absence_withdrawal (
        absence_id text primary key references absence (id),
        withdrawn_by text not null references account (id),
        withdrawn_at text not null check (withdrawn_at like '%Z')
      ) strict, without rowid;
      ${appendOnly('absence_withdrawal')}

      create table registration_request (
        request_id text primary key,
        application_id text not null unique references application (id),
        -- The appointment it was answered with, JSON; null: none was asked for.
        appointed text
      ) strict, without rowid;
      ${appendOnly('registration_request')}
    `)
  },
}
