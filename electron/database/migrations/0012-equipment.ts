import { appendOnly, type Migration } from './migration.ts'

/** Equipment checks with their figures, what people decided about single lines, the passport of the workplace. */
export const migration0012: Migration = {
  number: 12,
  name: '0012-equipment',
  up(connection) {
    connection.exec(`
      create table equipment_check (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        -- null: before anybody was received.
        reception_id text references reception (id),
        kind text not null check (kind in ('quick', 'full', 'silent')),
        started_at text not null,
        finished_at text not null check (finished_at >= started_at),
        author_id text not null references account (id),
        state text not null check (state in ('good', 'warning', 'fault', 'unknown')),
        -- JSON: results, devices, versions. Figures only, never a sound or a picture.
        results text not null check (json_valid(results)),
        devices text not null check (json_valid(devices)),
        versions text not null check (json_valid(versions))
      ) strict;
      create index equipment_check_by_time on equipment_check (workplace_id, finished_at);
      create index equipment_check_by_reception on equipment_check (reception_id, finished_at)
        where reception_id is not null;
      ${appendOnly('equipment_check')}

      create table equipment_decision (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        check_id text not null references equipment_check (id),
        code text not null,
        kind text not null check (kind in ('toneHeard', 'toneNotHeard', 'falseAlarm', 'withoutCamera')),
        -- A false alarm and a reception without a camera are decisions: they need words.
        reason text not null check (kind in ('toneHeard', 'toneNotHeard') or trim(reason) <> ''),
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index equipment_decision_by_check on equipment_decision (check_id, at);
      ${appendOnly('equipment_decision')}

      -- The passport of the workplace: the latest row is what is so, the earlier ones are what was.
      create table workplace_passport (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        inventory_number text not null,
        room text not null,
        owner text not null,
        nearby text not null,
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index workplace_passport_by_time on workplace_passport (workplace_id, at);
      ${appendOnly('workplace_passport')}
    `)
  },
}
