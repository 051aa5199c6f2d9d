import type { Migration } from './migration.ts'

/** What letters say, as they were read: a letter may take seconds, and lists ask for it again and again. */
export const migration0024: Migration = {
  number: 24,
  name: '0024-kept-readings',
  up(connection) {
    connection.exec(`
      create table letter_reading (
        letter_id text primary key references letter (id),
        -- The version of the reader, and the hash of the mapping profiles it knew: another of either reads anew.
        reader text not null,
        content text not null check (json_valid(content)),
        read_at text not null
      ) strict;
      -- Whatever erases a letter erases what was read of it.
      create trigger letter_reading_erased after update of raw on letter when new.raw is null
      begin delete from letter_reading where letter_id = new.id; end;

      -- «Журнал событий» by kind and by person: pages far back are counted in the index alone.
      create index event_log_by_kind on event_log (workplace_id, kind, sequence);
      create index event_log_by_account on event_log (workplace_id, account_id, sequence);
    `)
  },
}
