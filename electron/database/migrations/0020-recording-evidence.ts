import { appendOnly, type Migration } from './migration.ts'

/**
 * What is proven of a recording by the database and not by the papers beside its file: what this program began itself,
 * what a person took into the journal, and what the seal found, written once.
 */
export const migration0020: Migration = {
  number: 20,
  name: '0020-recording-evidence',
  up(connection) {
    connection.exec(`
      -- Written before the first byte: after a kill only such a folder is taken up by itself.
      create table recording_begun (
        recording_id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reception_id text not null references reception (id),
        begun_at text not null check (begun_at like '%Z')
      ) strict, without rowid;
      ${appendOnly('recording_begun')}

      -- A folder found on the disk that a person took into the journal.
      create table recording_adoption (
        recording_id text primary key references recording (id),
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reason text not null check (trim(reason) <> ''),
        adopted_at text not null check (adopted_at like '%Z'),
        adopted_by text not null references account (id)
      ) strict, without rowid;
      ${appendOnly('recording_adoption')}

      create trigger recording_seal_written_once
      before update of sha256, byte_length, manifest, slip, verdict, duration_ms on recording
      when old.sha256 is not null and (new.sha256 is not old.sha256 or new.byte_length is not old.byte_length
        or new.manifest is not old.manifest or new.slip is not old.slip or new.verdict is not old.verdict
        or new.duration_ms is not old.duration_ms)
      begin select raise(abort, 'what the seal found is written once'); end;
    `)
  },
}
