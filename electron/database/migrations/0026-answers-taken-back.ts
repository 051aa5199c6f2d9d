import { appendOnly, type Migration } from './migration.ts'

/**
 * A judged answer can be taken back (пп. 2.5, 2.6): what was written of it stays, and that it does not count is written
 * beside it. So one letter may be judged again, and one reception confirmed again.
 */
export const migration0026: Migration = {
  number: 26,
  name: '0026-answers-taken-back',
  up(connection) {
    connection.exec(`
      create table reply_decision_new (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        letter_id text not null references letter (id),
        application_id text references application (id),
        reception_id text references reception (id),
        decision text not null check (decision in ('confirms', 'declines', 'neither')),
        -- The answer came after its term (п. 2.5).
        late integer not null check (late in (0, 1)),
        note text not null,
        author_id text not null references account (id),
        at text not null,
        check (decision = 'neither' or (application_id is not null and reception_id is not null))
      ) strict;
      insert into reply_decision_new select * from reply_decision order by rowid;
      drop table reply_decision;
      alter table reply_decision_new rename to reply_decision;
      create index reply_decision_by_application on reply_decision (application_id);
      create index reply_decision_by_letter on reply_decision (letter_id);
      ${appendOnly('reply_decision')}

      create table application_mark_new (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        reception_id text not null references reception (id),
        kind text not null check (kind in ('noticeSent', 'confirmed')),
        occurred_at text not null,
        recorded_at text not null,
        author_id text not null references account (id),
        channel text not null default 'hand' check (channel in ('letter', 'phone', 'hand')),
        letter_id text references letter (id),
        note text not null default ''
      ) strict;
      insert into application_mark_new
        select id, body_id, workplace_id, application_id, reception_id, kind, occurred_at, recorded_at, author_id,
          channel, letter_id, note
        from application_mark order by rowid;
      drop table application_mark;
      alter table application_mark_new rename to application_mark;
      create index application_mark_by_application on application_mark (application_id);
      create index application_mark_by_reception on application_mark (reception_id, kind);
      ${appendOnly('application_mark')}

      -- What does not count any more, and by whose word.
      create table reply_taken_back (
        decision_id text primary key references reply_decision (id),
        author_id text not null references account (id),
        at text not null
      ) strict, without rowid;
      ${appendOnly('reply_taken_back')}
      create table mark_taken_back (
        mark_id text primary key references application_mark (id),
        author_id text not null references account (id),
        at text not null
      ) strict, without rowid;
      ${appendOnly('mark_taken_back')}

      create view standing_reply_decision as
        select reply_decision.* from reply_decision
          where not exists (select 1 from reply_taken_back where decision_id = reply_decision.id);
      create view standing_application_mark as
        select application_mark.* from application_mark
          where not exists (select 1 from mark_taken_back where mark_id = application_mark.id);

      -- One of each that counts.
      create trigger reply_decision_once before insert on reply_decision
      when exists (select 1 from standing_reply_decision where letter_id = new.letter_id)
      begin select raise(abort, 'this letter is judged'); end;
      create trigger application_mark_once before insert on application_mark
      when exists (select 1 from standing_application_mark where reception_id = new.reception_id and kind = new.kind)
      begin select raise(abort, 'this is marked'); end;
    `)
  },
}
