import type { Migration } from './migration.ts'

/** How people sign in, and the settings of the body. */
export const migration0006: Migration = {
  number: 6,
  name: '0006-sign-in',
  up(connection) {
    connection.exec(`
      alter table account add column password_hash text;
      alter table account add column password_change_due integer not null default 0 check (password_change_due in (0, 1));
      alter table account add column failed_tries integer not null default 0;
      alter table account add column paused_until text;
      alter table account add column disabled_at text;
      alter table workplace add column signed_in_at text;
      alter table workplace add column locked_at text;
      alter table workplace add column last_active_at text;
      create table setting (
        body_id text not null references body (id),
        key text not null,
        value text not null check (json_valid(value)),
        primary key (body_id, key)
      ) strict;
    `)
  },
}
