import { appendOnly, type Migration } from './migration.ts'

/**
 * A recording is missing where a citizen was connected (and the tick was not taken back) and nothing that can be
 * watched exists of that reception. One destroyed after its term, or whose seal failed, is not missing.
 */
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
    )
)`

const judgeRowOf = (receptionId: string): string => `
  update journal_row set recording_missing = ${recordingMissing}
  where application_id = (select application_id from reception where id = ${receptionId});`

/** Corrections of the journal, beside what was written first, and the rows whose recording is really missing. */
export const migration0008: Migration = {
  number: 8,
  name: '0008-journal-corrections',
  up(connection) {
    connection.exec(`
      create table journal_correction (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        application_id text not null references application (id),
        sequence integer not null check (sequence >= 0),
        column_name text not null check (column_name in ('fullName', 'topic', 'specialistName', 'result')),
        text_before text not null,
        text_after text not null check (trim(text_after) <> '' and text_after <> text_before),
        reason text not null check (trim(reason) <> ''),
        author_id text not null references account (id),
        corrected_at text not null check (corrected_at like '%Z'),
        unique (application_id, sequence)
      ) strict;
      ${appendOnly('journal_correction')}

      -- What the row shows instead; null = what was written first still stands.
      alter table journal_row add column corrected_full_name text;
      alter table journal_row add column corrected_topic text;
      alter table journal_row add column corrected_specialist_name text;
      alter table journal_row add column corrected_result text;
      alter table journal_row add column recording_missing integer not null default 0
        check (recording_missing in (0, 1));

      drop index journal_row_by_day;
      create index journal_row_by_day on journal_row
        (body_id, day desc, journal_year desc, journal_number desc, outcome, has_result, has_recording,
         recording_missing);

      update journal_row set recording_missing = ${recordingMissing};
      create trigger recording_missing_by_event after insert on reception_event
      when json_extract(new.action, '$.kind') in ('citizenConnected', 'tickUndone')
      begin ${judgeRowOf('new.reception_id')} end;
      create trigger recording_missing_by_recording after insert on recording
      begin ${judgeRowOf('new.reception_id')} end;
      create trigger recording_missing_by_seal after update of state, duration_ms on recording
      begin ${judgeRowOf('new.reception_id')} end;
    `)
  },
}
