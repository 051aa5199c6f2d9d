import { appendOnly, type Migration } from './migration.ts'

/** What a body decides of its working time, what is noted of an application, and which terms were counted anew. */
export const migration0013: Migration = {
  number: 13,
  name: '0013-calendar',
  up(connection) {
    connection.exec(`
      -- The last word about a day counts; 'asCalendar' takes the ones before it back.
      create table calendar_exception (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        date text not null check (date like '____-__-__'),
        kind text not null check (kind in ('off', 'short', 'working', 'asCalendar')),
        basis text not null check (trim(basis) <> ''),
        author_id text not null references account (id),
        decided_at text not null
      ) strict;
      ${appendOnly('calendar_exception')}

      -- The last import of a year counts, before the calendar that came with the program.
      create table imported_calendar (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        year integer not null check (year between 2020 and 2100),
        basis text not null check (trim(basis) <> ''),
        content text not null check (json_valid(content)),
        author_id text not null references account (id),
        imported_at text not null
      ) strict;
      ${appendOnly('imported_calendar')}

      -- The last one counts.
      create table body_schedule (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        content text not null check (json_valid(content)),
        basis text not null check (trim(basis) <> ''),
        author_id text not null references account (id),
        decided_at text not null
      ) strict;
      ${appendOnly('body_schedule')}

      -- Notice and confirmation of the time a reception was appointed for, noted by hand.
      create table application_mark (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        reception_id text not null references reception (id),
        kind text not null check (kind in ('noticeSent', 'confirmed')),
        occurred_at text not null,
        recorded_at text not null,
        author_id text not null references account (id),
        unique (reception_id, kind)
      ) strict;
      create index application_mark_by_application on application_mark (application_id);
      ${appendOnly('application_mark')}

      -- A term of an open application that another calendar moved.
      create table term_change (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        term_id text not null,
        legal_before text not null,
        legal_after text not null,
        basis text not null check (trim(basis) <> ''),
        author_id text not null references account (id),
        changed_at text not null,
        check (legal_before <> legal_after)
      ) strict;
      create index term_change_by_application on term_change (application_id);
      ${appendOnly('term_change')}
    `)
  },
}
