import type { Migration } from './migration.ts'

/**
 * The address a token of Telemost's API was entered for, and who wrote the note of a reception: neither is known of what
 * is kept already, so that token is asked for again, and that note is nobody's yet.
 */
export const migration0028: Migration = {
  number: 28,
  name: '0028-secrets-and-notes',
  up(connection) {
    connection.exec(`
      alter table telemost_access add column token_origin text;
      alter table reception add column note_author_id text references account (id);
    `)
  },
}
