import { appendOnly, type Migration } from './migration.ts'

/** How a confirmation came, and what people decided of the citizens' answers (пп. 2.5, 2.6). */
export const migration0018: Migration = {
  number: 18,
  name: '0018-confirmations',
  up(connection) {
    connection.exec(`
      -- 'hand': noted before ways were told apart, or come some other way.
      alter table application_mark add column channel text not null default 'hand'
        check (channel in ('letter', 'phone', 'hand'));
      alter table application_mark add column letter_id text references letter (id);
      -- With whom it was spoken, or why a late confirmation counts.
      alter table application_mark add column note text not null default '';

      -- A letter proposes, a person decides; once and for all.
      create table reply_decision (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        letter_id text not null unique references letter (id),
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
      create index reply_decision_by_application on reply_decision (application_id);
      ${appendOnly('reply_decision')}
      -- Every letter that could be an answer asks for its sender whenever «Сегодня» is looked at.
      create index application_by_email on application (body_id, lower(email)) where email is not null;
    `)
  },
}
