import type { Migration } from './migration.ts'

/** As in 0008, and a film that is gone or lies elsewhere cannot be watched. */
const recordingMissing = `exists (
  select 1 from reception as r
  where r.application_id = journal_row.application_id
    and exists (
      select 1 from reception_event as connected
      where connected.reception_id = r.id and json_extract(connected.action, '$.kind') = 'citizenConnected'
        and not exists (
          select 1 from reception_event as undone
          where undone.reception_id = r.id and json_extract(undone.action, '$.kind') = 'tickUndone'
            and json_extract(undone.action, '$.sequence') = connected.sequence
        )
    )
    and not exists (
      select 1 from recording as c
      where c.reception_id = r.id and not (c.state = 'sealed' and coalesce(c.duration_ms, 0) <= 0)
        and not (c.state = 'sealed' and coalesce(c.presence, 'here') in ('missing', 'elsewhere'))
    )
)`

const judgeRowOf = (receptionId: string): string => `
  update journal_row set recording_missing = ${recordingMissing}
  where application_id = (select application_id from reception where id = ${receptionId});`

/** Where the film of each recording is: one state, written by whoever looked, read by every list. */
export const migration0021: Migration = {
  number: 21,
  name: '0021-presence',
  up(connection) {
    connection.exec(`
      -- null: not sealed, or nobody has looked yet.
      alter table recording add column presence text check (presence in ('here', 'missing', 'altered', 'elsewhere'));
      alter table recording add column presence_at text check (presence_at like '%Z');
      create index recording_not_here on recording (body_id, started_at) where presence <> 'here';

      drop trigger recording_missing_by_event;
      drop trigger recording_missing_by_recording;
      drop trigger recording_missing_by_seal;
      create trigger recording_missing_by_event after insert on reception_event
      when json_extract(new.action, '$.kind') in ('citizenConnected', 'tickUndone')
      begin ${judgeRowOf('new.reception_id')} end;
      create trigger recording_missing_by_recording after insert on recording
      begin ${judgeRowOf('new.reception_id')} end;
      create trigger recording_missing_by_seal after update of state, duration_ms, presence on recording
      begin ${judgeRowOf('new.reception_id')} end;
    `)
  },
}
