import type { Migration } from './migration.ts'

/** The words letters are found by: who wrote, from where, of what; made when somebody searches (letter-index.ts). */
export const migration0033: Migration = {
  number: 33,
  name: '0033-letters-searched',
  up(connection) {
    connection.exec(`
      create table letter_searched (
        row_id integer primary key,
        letter_id text not null unique references letter (id)
      ) strict;
      -- Own copy of the text, as of the journal: only then does secure-delete really erase.
      create virtual table letter_search using fts5
        (words, stems, tokenize = 'unicode61 remove_diacritics 0', detail = column);
      insert into letter_search (letter_search, rank) values ('secure-delete', 1);

      -- Whose words are not in the index, or are those of an older reading.
      create table letter_to_index (letter_id text primary key references letter (id)) strict, without rowid;
      insert into letter_to_index select id from letter where raw is not null;
      create trigger letter_to_index_taken after insert on letter when new.raw is not null
      begin insert into letter_to_index values (new.id); end;
      -- Not by "or ignore": within an upsert the outer statement says what a conflict does.
      create trigger letter_to_index_read after insert on letter_reading
      begin
        insert into letter_to_index select new.letter_id
          where not exists (select 1 from letter_to_index where letter_id = new.letter_id);
      end;
      create trigger letter_to_index_read_anew after update of content on letter_reading when new.content <> old.content
      begin
        insert into letter_to_index select new.letter_id
          where not exists (select 1 from letter_to_index where letter_id = new.letter_id);
      end;
      -- Whatever erases a letter erases the words it was found by.
      create trigger letter_search_erased after update of raw on letter when new.raw is null
      begin
        delete from letter_to_index where letter_id = new.id;
        delete from letter_search where rowid = (select row_id from letter_searched where letter_id = new.id);
        delete from letter_searched where letter_id = new.id;
      end;
    `)
  },
}
