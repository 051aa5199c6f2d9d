import { appendOnly, type Migration } from './migration.ts'

/** That a citizen without an address was told of a cancelled reception (п. 2.6): noted by a person, once. */
export const migration0032: Migration = {
  number: 32,
  name: '0032-cancellations-told',
  up(connection) {
    connection.exec(`
      create table cancellation_told (
        reception_id text primary key references reception (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        occurred_at text not null,
        recorded_at text not null,
        author_id text not null references account (id),
        channel text not null check (channel in ('phone', 'hand')),
        note text not null
      ) strict, without rowid;
      ${appendOnly('cancellation_told')}
      create trigger told_is_cancelled before insert on cancellation_told
      when not exists (select 1 from reception where id = new.reception_id and step = 'cancelled')
      begin select raise(abort, 'this reception is not cancelled'); end;
      -- Cancelled, and no letter was written of it: found without reading the others.
      create index application_decision_unwritten on application_decision (body_id, reception_id)
        where kind = 'cancelled' and notice_id is null;
    `)
  },
}
