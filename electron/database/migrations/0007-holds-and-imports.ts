import { appendOnly, type Migration, neverDeleted } from './migration.ts'

/**
 * Holds against destruction, recordings made by another program, and what the recorder said of itself around a
 * reception («Почему нет записи?»).
 */
export const migration0007: Migration = {
  number: 7,
  name: '0007-holds-and-imports',
  up(connection) {
    connection.exec(`
      create table recording_hold (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        recording_id text not null references recording (id),
        ground text not null check (ground in ('abuse', 'complaint', 'request', 'other')),
        reason text not null check (trim(reason) <> ''),
        placed_at text not null check (placed_at like '%Z'),
        placed_by text not null references account (id),
        released_at text check (released_at like '%Z'),
        released_by text references account (id),
        release_reason text check (trim(release_reason) <> ''),
        check ((released_at is null) = (released_by is null)),
        check ((released_at is null) = (release_reason is null))
      ) strict;
      create index recording_hold_in_force on recording_hold (recording_id) where released_at is null;
      create index recording_hold_by_recording on recording_hold (recording_id, placed_at);
      ${neverDeleted('recording_hold')}
      -- The one thing that may happen to a hold is its release, once.
      create trigger recording_hold_released_once before update on recording_hold
      when old.released_at is not null
        or new.id <> old.id or new.body_id <> old.body_id or new.workplace_id <> old.workplace_id
        or new.recording_id <> old.recording_id or new.ground <> old.ground or new.reason <> old.reason
        or new.placed_at <> old.placed_at or new.placed_by <> old.placed_by
      begin select raise(abort, 'a hold is only released, and only once'); end;
      create trigger recording_held_is_not_destroyed before update of state on recording
      when new.state = 'destroyed' and exists (
        select 1 from recording_hold where recording_id = new.id and released_at is null
      )
      begin select raise(abort, 'a recording under a hold is not destroyed'); end;

      -- The name its maker gave the file stands here and nowhere else: it may hold a surname.
      create table recording_import (
        recording_id text primary key references recording (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        source text not null check (source = 'telemost'),
        imported_at text not null check (imported_at like '%Z'),
        imported_by text not null references account (id),
        original_name text not null,
        sha256 text not null unique,
        byte_length integer not null check (byte_length > 0),
        -- When the file itself says it was made.
        made_at text check (made_at like '%Z'),
        warnings text not null check (json_valid(warnings))
      ) strict, without rowid;
      ${appendOnly('recording_import')}

      create table recorder_note (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reception_id text not null references reception (id),
        at text not null check (at like '%Z'),
        kind text not null check (kind in ('armed', 'notArmed', 'alarmRaised', 'alarmCleared')),
        -- Why it is not armed, or which alarm.
        code text,
        -- Who sat at the screen that showed it.
        shown_to text references account (id)
      ) strict;
      create index recorder_note_by_reception on recorder_note (reception_id, at);
      ${appendOnly('recorder_note')}

      -- Who looked at a recording is asked for every line of the list.
      create index event_log_by_recording on event_log (json_extract(objects, '$.recordingId'), kind, account_id, at)
        where json_extract(objects, '$.recordingId') is not null;
    `)
  },
}
