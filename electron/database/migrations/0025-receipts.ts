import { appendOnly, type Migration } from './migration.ts'

/** Who says when a letter was received, and the corrections of the day an application was received (п. 2.4). */
export const migration0025: Migration = {
  number: 25,
  name: '0025-receipts',
  up(connection) {
    connection.exec(`
      -- Beside the letters: a column behind their raw text is found only by reading through it. A letter of before this
      -- step has none: of the mail it was INTERNALDATE, of a file the moment it was added.
      create table letter_receipt (
        letter_id text primary key references letter (id),
        source text not null check (source in ('internalDate', 'received', 'taken'))
      ) strict, without rowid;
      ${appendOnly('letter_receipt')}

      -- null: registered before this step.
      alter table application add column received_source text
        check (received_source in ('internalDate', 'received', 'taken', 'person'));

      -- The day of receipt put right, from what to what, why; terms are counted anew from the last one.
      create table receipt_correction (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        -- Local dates.
        received_before text not null,
        received_after text not null,
        reason text not null check (trim(reason) <> ''),
        author_id text not null references account (id),
        at text not null,
        check (received_before <> received_after)
      ) strict;
      create index receipt_correction_by_application on receipt_correction (application_id);
      ${appendOnly('receipt_correction')}
    `)
  },
}
