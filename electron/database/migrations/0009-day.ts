import { appendOnly, type Migration } from './migration.ts'

/** Moves, links used twice by a decision, closed days. */
export const migration0009: Migration = {
  number: 9,
  name: '0009-day',
  up(connection) {
    connection.exec(`
      create table reception_move (
        from_reception_id text primary key references reception (id),
        to_reception_id text not null unique references reception (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        reason text not null check (reason in ('fault', 'specialistReplaced', 'citizenAsked')),
        basis text,
        -- п. 2.5, п. 3.5: after our fault the citizen need not confirm again; in no other case.
        confirmation_valid integer not null check (confirmation_valid = (reason = 'fault')),
        -- What column 7 says of the reception that was moved; empty where it says nothing.
        result_text text not null,
        author_id text not null references account (id),
        moved_at text not null,
        check (from_reception_id <> to_reception_id)
      ) strict;
      create index reception_move_by_application on reception_move (application_id);
      ${appendOnly('reception_move')}

      create index reception_by_meeting on reception (body_id, meeting_number) where meeting_number is not null;
      create table link_reuse (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        meeting_number text not null,
        reason text not null check (reason <> ''),
        author_id text not null references account (id),
        decided_at text not null
      ) strict;
      ${appendOnly('link_reuse')}

      create table written_reply (
        reception_id text primary key references reception (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        noted_at text not null
      ) strict;
      insert into written_reply
        select reception_id, body_id, workplace_id, max(recorded_at) from reception_event
        where json_extract(action, '$.kind') = 'closed' and json_extract(action, '$.needsWrittenReply')
        group by reception_id;

      -- What cannot be mended is answered once, with words and an author.
      create table attention_note (
        subject_id text not null,
        kind text not null,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        note text not null check (note <> ''),
        author_id text not null references account (id),
        noted_at text not null,
        primary key (subject_id, kind)
      ) strict, without rowid;
      ${appendOnly('attention_note')}
      create index reception_unfinished on reception (body_id, appointed_on) where step in
        ('scheduled', 'moving', 'waiting', 'notifying', 'identifying', 'consulting', 'connectionLost', 'fault', 'closing');
      create index recording_in_trouble on recording (body_id, started_at)
        where state = 'sealFailed' or verdict in ('doubtful', 'damaged');

      create table day_closing (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        day text not null check (day like '____-__-__'),
        sequence integer not null check (sequence >= 0),
        kind text not null check (kind in ('closed', 'reopened')),
        reason text check ((kind = 'reopened') = (reason is not null)),
        author_id text not null references account (id),
        at text not null,
        unique (workplace_id, day, sequence),
        -- Closed, reopened, closed …: never the same twice.
        check ((kind = 'closed') = (sequence % 2 = 0))
      ) strict;
      ${appendOnly('day_closing')}

      create index application_by_birth on application (body_id, birth_date);
    `)
  },
}
