import type { Migration } from './migration.ts'

/** The address a token of Telemost's API was entered for; not known of those that are kept already, so they are asked for again. */
export const migration0028: Migration = {
  number: 28,
  name: '0028-token-origin',
  up(connection) {
    connection.exec('alter table telemost_access add column token_origin text')
  },
}
