import { appendOnly, type Migration } from './migration.ts'

/** Rejections (п. 2.7): drafts, the signed decision, what became of it; exports of the journal. */
export const migration0017: Migration = {
  number: 17,
  name: '0017-rejections',
  up(connection) {
    connection.exec(`
      -- Every version of a draft; the last one of an application counts. Never the quoted abuse.
      create table rejection_draft (
        sequence integer primary key,
        id text not null unique,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        state text not null check (state in ('draft', 'toSign', 'withdrawn')),
        -- JSON of RejectionDraft.
        content text not null check (json_valid(content)),
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index rejection_draft_by_application on rejection_draft (application_id);
      ${appendOnly('rejection_draft')}

      -- The citizen's own words (абз. 3 п. 2.7), apart from the draft: shown by a logged act alone.
      create table rejection_quote (
        sequence integer primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        text text not null check (trim(text) <> ''),
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index rejection_quote_by_application on rejection_quote (application_id);
      ${appendOnly('rejection_quote')}

      -- The decision is made when it is signed (п. 2.4); one for an application.
      create table rejection_signing (
        application_id text primary key references application (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        draft_id text not null references rejection_draft (id),
        decision_id text not null references application_decision (id),
        kind text not null check (kind in ('scan', 'detached')),
        decided_on text not null check (decided_on like '____-__-__'),
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('rejection_signing')}

      create table rejection_file (
        application_id text not null references rejection_signing (application_id),
        position integer not null check (position >= 0),
        role text not null check (role in ('decision', 'signature')),
        name text not null,
        media_type text not null,
        -- SHA-256, hexadecimal.
        content_hash text not null,
        -- The last column: whatever stands behind megabytes is found only by reading through them.
        content blob not null,
        primary key (application_id, position)
      ) strict, without rowid;
      ${appendOnly('rejection_file')}

      -- How it was given to the citizen: by e-mail (the notice says when it went out) or otherwise, in words.
      create table rejection_dispatch (
        application_id text primary key references rejection_signing (application_id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        way text not null check (way in ('email', 'other')),
        notice_id text references notice (id),
        note text not null,
        -- Local date it was given on; of an e-mail the day it was put into the outbox.
        given_on text not null check (given_on like '____-__-__'),
        author_id text not null references account (id),
        at text not null,
        check ((way = 'email') = (notice_id is not null)),
        check (way = 'email' or trim(note) <> '')
      ) strict;
      ${appendOnly('rejection_dispatch')}

      -- «Сообщить руководителю»: once for an application.
      create table rejection_report (
        application_id text primary key references application (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('rejection_report')}

      -- Word templates of the body; the last one of a kind counts, null gives the program's back.
      create table document_template (
        sequence integer primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        kind text not null check (kind in ('annex2')),
        author_id text not null references account (id),
        at text not null,
        content blob
      ) strict;
      ${appendOnly('document_template')}

      -- Who took the journal out of the program, of what period, and what for.
      create table journal_export (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        period_from text not null check (period_from like '____-__-__'),
        period_to text not null check (period_to like '____-__-__' and period_to >= period_from),
        format text not null check (format in ('xlsx', 'docx', 'pdf')),
        purpose text not null check (purpose in ('control', 'report', 'inspection', 'request', 'archive', 'other')),
        purpose_text text not null,
        row_count integer not null check (row_count > 0),
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('journal_export')}
      -- The day behind the number: a period is counted, and what lies outside of it passed by, without reading a row.
      create index journal_row_by_number on journal_row (body_id, journal_year, journal_number, received_on);
    `)
  },
}
