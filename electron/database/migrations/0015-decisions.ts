import { appendOnly, type Migration, neverDeleted } from './migration.ts'

/** Applications without a reception yet: what their letter lacked, both consents, what was decided (пп. 2.2–2.8, 3.3). */
export const migration0015: Migration = {
  number: 15,
  name: '0015-decisions',
  up(connection) {
    connection.exec(`
      -- An incomplete letter is registered all the same (п. 2.4); what is missing is asked for by telephone.
      alter table application alter column birth_date drop not null;
      alter table application alter column address drop not null;
      alter table application alter column phone drop not null;
      alter table application add column received_at text;
      -- When the form on the site was sent, where the letter says so (п. 2.3).
      alter table application add column form_submitted_at text;
      alter table application add column letter_id text references letter (id);
      alter table application add column previous_application_id text references application (id);
      alter table application add column topic_id text;
      alter table application add column document_erased_at text;
      create unique index application_by_letter on application (letter_id) where letter_id is not null;
      -- Applications nobody has appointed anything for: what is to be decided is found without reading the others.
      create index journal_row_without_reception on journal_row (body_id, application_id) where reception_id is null;

      -- Two consents, two records (п. 2.2); the last one of a kind counts.
      create table application_consent (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        kind text not null check (kind in ('personalData', 'video')),
        state text not null check (state in ('given', 'notGiven', 'withdrawn')),
        -- The words it was given in, as far as the letter carries them.
        wording text not null,
        occurred_at text not null,
        recorded_at text not null,
        letter_id text references letter (id),
        author_id text not null references account (id)
      ) strict;
      create index application_consent_by_application on application_consent (application_id);
      ${appendOnly('application_consent')}

      -- The decision to receive is taken in the form of the notice (п. 2.4).
      create table application_decision (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        kind text not null check (kind in ('appointed', 'rejected', 'cancelled')),
        reception_id text references reception (id),
        reason text,
        -- The notice it was taken in; null where the citizen is told by telephone. Its table comes with the next step.
        notice_id text references notice (id),
        decided_at text not null,
        author_id text not null references account (id)
      ) strict;
      create index application_decision_by_application on application_decision (application_id);
      ${appendOnly('application_decision')}

      -- What was missing or wrong in an application and was asked for; values stand in the application itself.
      create table application_completion (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        fields text not null check (json_valid(fields)),
        -- How it became known: «по телефону 20.11».
        basis text not null check (trim(basis) <> ''),
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index application_completion_by_application on application_completion (application_id);
      ${appendOnly('application_completion')}

      -- Who may hold receptions on what (п. 3.3); topic null = every topic.
      create table authorisation (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        account_id text not null references account (id),
        topic_id text,
        valid_from text not null,
        valid_to text,
        basis text not null check (trim(basis) <> ''),
        author_id text not null references account (id),
        at text not null,
        revoked_at text,
        revoked_by text references account (id)
      ) strict;
      create index authorisation_by_account on authorisation (account_id);
      ${neverDeleted('authorisation')}
    `)
  },
}
