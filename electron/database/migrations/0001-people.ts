import type { Migration } from './migration.ts'

/** Who works where: the body, its workplace, the accounts. */
export const migration0001: Migration = {
  number: 1,
  name: '0001-people',
  up(connection) {
    connection.exec(`
      create table body (
        id text primary key,
        name text not null,
        time_zone text not null,
        created_at text not null
      ) strict;

      create table workplace (
        id text primary key,
        body_id text not null references body (id),
        name text not null,
        active_account_id text references account (id),
        created_at text not null
      ) strict;

      create table account (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        full_name text not null,
        position text not null,
        role text not null,
        created_at text not null
      ) strict;
    `)
  },
}
