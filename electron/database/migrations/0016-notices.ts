import { appendOnly, type Migration } from './migration.ts'

/** Notices to citizens, every try to send one, and what became of it (пп. 2.4, 2.6, 3.5). */
export const migration0016: Migration = {
  number: 16,
  name: '0016-notices',
  up(connection) {
    connection.exec(`
      -- The mail server notices go out by; the last one counts.
      create table outgoing_server (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        -- JSON with the secret: the database is encrypted as a whole.
        content text not null check (json_valid(content)),
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('outgoing_server')}

      create table notice (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        reception_id text references reception (id),
        kind text not null check (kind in ('appointment', 'move', 'cancellation', 'rejection')),
        -- SEQUENCE of the calendar entry: rises with every notice of the same application.
        sequence integer not null check (sequence >= 0),
        to_address text not null,
        subject text not null,
        text text not null,
        calendar text,
        message_id text not null unique,
        formed_at text not null,
        author_id text not null references account (id)
      ) strict;
      create index notice_by_application on notice (application_id);
      ${appendOnly('notice')}

      create table notice_attachment (
        notice_id text not null references notice (id),
        position integer not null,
        name text not null,
        media_type text not null,
        content blob not null,
        primary key (notice_id, position)
      ) strict, without rowid;
      ${appendOnly('notice_attachment')}

      -- 'started' is written before the first byte goes out: a try that was cut off is known as such.
      create table notice_attempt (
        id text primary key,
        notice_id text not null references notice (id),
        number integer not null check (number > 0),
        at text not null,
        outcome text not null check (outcome in ('started', 'accepted', 'deferred', 'refused', 'unclear')),
        -- What the server answered, without addresses.
        answer text not null
      ) strict;
      create index notice_attempt_by_notice on notice_attempt (notice_id);
      ${appendOnly('notice_attempt')}

      create table notice_fact (
        id text primary key,
        notice_id text not null references notice (id),
        kind text not null check (kind in
          ('bounced', 'delivered', 'withdrawn', 'late', 'resendAsked', 'sentByHand', 'toldByPhone')),
        at text not null,
        -- When it happened, where a person noted it later.
        occurred_at text not null,
        -- How many tries there had been: tries and facts are one story in two tables.
        after_attempt integer not null check (after_attempt >= 0),
        letter_id text references letter (id),
        author_id text references account (id),
        detail text not null
      ) strict;
      create index notice_fact_by_notice on notice_fact (notice_id);
      ${appendOnly('notice_fact')}

      -- What is still to be done: a work list beside the truth, so that the outbox never reads years of notices.
      create table notice_open (
        notice_id text primary key references notice (id),
        body_id text not null references body (id),
        -- 'failed': nothing more happens by itself, a person is asked.
        state text not null check (state in ('waiting', 'failed'))
      ) strict, without rowid;

      -- Own words for one kind of notice; the last one counts, an empty text gives the program's back.
      create table notice_template (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        kind text not null check (kind in ('appointment', 'move', 'cancellation', 'rejection')),
        subject text not null,
        text text not null,
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('notice_template')}
    `)
  },
}
