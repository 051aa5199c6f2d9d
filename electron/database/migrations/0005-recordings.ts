import { type Migration, neverDeleted } from './migration.ts'

/** Recordings and their retention (п. 3.6): the row stays for ever, the file not before its term. */
export const migration0005: Migration = {
  number: 5,
  name: '0005-recordings',
  up(connection) {
    connection.exec(`
      create table recording (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        reception_id text not null references reception (id),
        author_id text not null references account (id),
        directory text not null,
        state text not null check (state in ('recording', 'sealing', 'sealed', 'sealFailed', 'destroyed')),
        started_at text not null check (started_at like '%Z'),
        retain_until text not null check (retain_until like '____-__-__'),
        program text not null,
        regulation text not null,
        duration_ms real,
        verdict text,
        slip text check (slip is null or json_valid(slip)),
        manifest text check (manifest is null or json_valid(manifest)),
        sha256 text,
        byte_length integer,
        trouble text,
        destroyed_on text,
        -- «хранить по … включительно»: the day itself still belongs to the term.
        check ((state = 'destroyed') = (destroyed_on is not null)),
        check (destroyed_on is null or destroyed_on > retain_until)
      ) strict;
      create index recording_by_start on recording (body_id, started_at desc);
      create index recording_by_reception on recording (reception_id, started_at desc);
      create index recording_live on recording (workplace_id) where state = 'recording';
      ${neverDeleted('recording')}
      create trigger recording_term_never_shortened before update of retain_until on recording
      when new.retain_until < old.retain_until
      begin select raise(abort, 'the retention term is never shortened'); end;
      create trigger recording_destroyed_for_good before update of state on recording
      when old.state = 'destroyed' and new.state <> 'destroyed'
      begin select raise(abort, 'a destroyed recording does not come back'); end;
    `)
  },
}
