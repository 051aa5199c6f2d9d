import type { Migration } from './migration.ts'

/** A phrase may belong to topics of applications: in the result of such a reception it stands first. */
export const migration0030: Migration = {
  number: 30,
  name: '0030-phrase-topics',
  up(connection) {
    connection.exec(`
      -- Ids of resources/topics.json, JSON; empty: it fits everywhere.
      alter table phrase add column topic_ids text not null default '[]' check (json_valid(topic_ids));
    `)
  },
}
