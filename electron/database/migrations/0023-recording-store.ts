import type { Migration } from './migration.ts'

/**
 * Where a film lies is told by its store and the way inside it, not by a path of one computer: after a restoration on
 * another disk it is found again.
 */
export const migration0023: Migration = {
  number: 23,
  name: '0023-recording-store',
  up(connection) {
    connection.exec(`
      -- Id of the store's own stamp; null: sealed before stores had one.
      alter table recording add column store_id text;
      alter table recording add column relative_path text not null default ''
        check (relative_path not like '/%' and relative_path not like '%\\%' and relative_path not like '%..%');
      -- Until now always <root>/<yyyy>/<mm>/<id>.
      update recording set relative_path = substr(replace(directory, '\\', '/'), -${'yyyy/mm/'.length + 36});
      alter table recording drop column directory;
      -- When all of the film was last read and compared.
      alter table recording add column proven_at text check (proven_at like '%Z');
      create index recording_to_prove on recording (body_id, proven_at) where state = 'sealed';
    `)
  },
}
