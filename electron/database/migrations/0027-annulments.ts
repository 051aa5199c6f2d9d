import { appendOnly, type Migration } from './migration.ts'

/** Lines of the journal that were registered by mistake: the number stays, the line is struck through, nothing follows. */
export const migration0027: Migration = {
  number: 27,
  name: '0027-annulments',
  up(connection) {
    connection.exec(`
      create table application_annulment (
        application_id text primary key references application (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reason text not null check (trim(reason) <> ''),
        author_id text not null references account (id),
        at text not null check (at like '%Z')
      ) strict;
      ${appendOnly('application_annulment')}

      alter table journal_row add column annulled integer not null default 0 check (annulled in (0, 1));

      create trigger annulled_is_not_received before insert on reception
        when exists (select 1 from application_annulment where application_id = new.application_id)
      begin select raise(abort, 'the application is annulled'); end;
      create trigger annulled_is_not_decided before insert on application_decision
        when exists (select 1 from application_annulment where application_id = new.application_id)
      begin select raise(abort, 'the application is annulled'); end;
    `)
  },
}
