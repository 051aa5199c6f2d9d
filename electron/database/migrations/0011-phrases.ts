import type { Migration } from './migration.ts'

/** The specialists' own phrases for column 7. */
export const migration0011: Migration = {
  number: 11,
  name: '0011-phrases',
  up(connection) {
    connection.exec(`
      create table phrase (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        account_id text not null references account (id),
        text text not null check (trim(text) <> ''),
        used_count integer not null default 0 check (used_count >= 0),
        created_at text not null,
        -- Kept, so that taking it away can be undone, and so that the starting ones do not come back.
        removed_at text
      ) strict;
      create unique index phrase_once on phrase (account_id, text) where removed_at is null;
    `)
  },
}
