import { type Migration, neverDeleted } from './migration.ts'

/** Applications (п. 2.2), their numbers, the journal of Annex 1 and its search index. */
export const migration0003: Migration = {
  number: 3,
  name: '0003-applications',
  up(connection) {
    connection.exec(`
      create table journal_counter (
        body_id text not null references body (id),
        year integer not null,
        last_number integer not null check (last_number > 0),
        primary key (body_id, year)
      ) strict, without rowid;

      create table application (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        journal_year integer not null,
        journal_number integer not null check (journal_number > 0),
        family_name text not null,
        given_name text not null,
        patronymic text,
        birth_date text not null,
        document_kind text,
        document_series text,
        document_number text,
        document_issued_by text,
        document_issued_on text,
        address text not null,
        address_kind text not null check (address_kind in ('residence', 'stay')),
        consent_personal_data integer not null check (consent_personal_data in (0, 1)),
        consent_video integer not null check (consent_video in (0, 1)),
        topic text not null,
        phone text not null,
        email text,
        channel text not null check (channel in ('widget', 'phone', 'visit')),
        received_on text not null,
        registered_at text not null,
        registrar_id text not null references account (id),
        unique (body_id, journal_year, journal_number)
      ) strict;
      ${neverDeleted('application')}
      create trigger application_number_given_once
      before update of body_id, journal_year, journal_number on application
      begin select raise(abort, 'a journal number is given once'); end;

      create table journal_row (
        row_id integer primary key,
        application_id text not null unique references application (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        journal_year integer not null,
        journal_number integer not null,
        received_on text not null,
        full_name text not null,
        topic text not null,
        consideration text not null,
        specialist_name text not null,
        result text not null,
        reception_id text,
        reception_date text,
        outcome text,
        recording_id text,
        -- Plain columns held by checks: an index over generated ones is never used as a covering index.
        day text not null check (day = coalesce(reception_date, received_on)),
        has_result integer not null check (has_result = (result <> '')),
        has_recording integer not null check (has_recording = (recording_id is not null))
      ) strict;
      -- Order of the list and every filter in one index: a list never reads rows it does not show.
      create index journal_row_by_day on journal_row
        (body_id, day desc, journal_year desc, journal_number desc, outcome, has_result, has_recording);
      create unique index journal_row_by_reception on journal_row (reception_id) where reception_id is not null;

      -- Own copy of the text, not a contentless table: only then does secure-delete really erase.
      create virtual table journal_search using fts5
        (words, stems, tokenize = 'unicode61 remove_diacritics 0', detail = column);
      insert into journal_search (journal_search, rank) values ('secure-delete', 1);
    `)
  },
}
