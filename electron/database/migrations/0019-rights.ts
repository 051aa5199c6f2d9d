import { appendOnly, type Migration } from './migration.ts'

/** Replaced officials, where links came from, the way into Telemost's API, and the rights of the person in the data. */
export const migration0019: Migration = {
  number: 19,
  name: '0019-rights',
  up(connection) {
    connection.exec(`
      -- The same table with another check: who is received by somebody else at the same time need not confirm again.
      create table reception_move_rebuilt (
        from_reception_id text primary key references reception (id),
        to_reception_id text not null unique references reception (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        reason text not null check (reason in ('fault', 'specialistReplaced', 'citizenAsked')),
        basis text,
        -- п. 2.5, п. 3.5: shared/reception/move-rule.ts.
        confirmation_valid integer not null check (confirmation_valid in (0, 1)
          and (reason <> 'fault' or confirmation_valid = 1) and (reason <> 'citizenAsked' or confirmation_valid = 0)),
        -- What column 7 says of the reception that was moved; empty where it says nothing.
        result_text text not null,
        author_id text not null references account (id),
        moved_at text not null,
        check (from_reception_id <> to_reception_id)
      ) strict;
      insert into reception_move_rebuilt select * from reception_move;
      drop table reception_move;
      alter table reception_move_rebuilt rename to reception_move;
      create index reception_move_by_application on reception_move (application_id);
      ${appendOnly('reception_move')}

      -- Every link a reception was given; the last one counts.
      create table reception_link (
        id text primary key,
        reception_id text not null references reception (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        url text not null,
        meeting_number text not null,
        kind text not null check (kind in ('api', 'captured', 'typed')),
        -- When the meeting was made, as far as the program knows; and when the reception got it.
        made_at text not null,
        given_at text not null,
        author_id text references account (id)
      ) strict;
      create index reception_link_by_reception on reception_link (reception_id, given_at);
      ${appendOnly('reception_link')}

      -- «Проверена накануне»: a link that did not answer twice is dead.
      create table link_check (
        id text primary key,
        reception_id text not null references reception (id),
        meeting_number text not null,
        at text not null,
        problem text
      ) strict;
      create index link_check_by_reception on link_check (reception_id, at);
      ${appendOnly('link_check')}

      -- One row per body. The database is encrypted as a whole; a token that was replaced is not kept.
      create table telemost_access (
        body_id text primary key references body (id),
        workplace_id text not null references workplace (id),
        enabled integer not null check (enabled in (0, 1)),
        token text,
        waiting_room_level text not null check (waiting_room_level in ('PUBLIC', 'ORGANIZATION', 'ADMINS')),
        author_id text not null references account (id),
        changed_at text not null,
        check (enabled = 0 or token is not null)
      ) strict, without rowid;

      -- Meetings made through the API, whether a reception uses them or not.
      create table telemost_meeting (
        meeting_number text primary key,
        conference_id text not null,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        made_at text not null,
        author_id text not null references account (id)
      ) strict, without rowid;
      ${appendOnly('telemost_meeting')}

      -- 152-ФЗ ст. 9, 14, 20, 21.
      create table subject_request (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        kind text not null check (kind in ('information', 'correction', 'withdrawal')),
        way text not null check (way in ('letter', 'phone', 'visit')),
        received_at text not null,
        recorded_at text not null,
        author_id text not null references account (id)
      ) strict;
      create index subject_request_by_application on subject_request (application_id);
      ${appendOnly('subject_request')}

      create table subject_request_act (
        request_id text primary key references subject_request (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        kind text not null check (kind in ('done', 'refused')),
        note text not null check (trim(note) <> ''),
        done_at text not null,
        recorded_at text not null,
        author_id text not null references account (id)
      ) strict;
      ${appendOnly('subject_request_act')}

      create table erasure_record (
        kind text not null check (kind in ('rawLetter', 'documentDetails')),
        subject_id text not null,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reason text not null check (reason in ('term', 'withdrawal')),
        -- Days of the setting it was done by; null after a withdrawal.
        after_days integer,
        at text not null,
        primary key (kind, subject_id)
      ) strict, without rowid;
      ${appendOnly('erasure_record')}
      -- What is still to be erased is looked for every day: what is gone is in neither index.
      create index letter_with_raw on letter (body_id) where raw is not null;
      create index application_with_document on application (body_id, registered_at) where document_erased_at is null;
    `)
  },
}
