import { appendOnly, type Migration } from './migration.ts'

/** Which press of a page sent a citizen the link once more, so that a second press is answered like the first. */
export const migration0031: Migration = {
  number: 31,
  name: '0031-links-sent-again',
  up(connection) {
    connection.exec(`
      create table link_request (
        request_id text primary key,
        notice_id text not null unique references notice (id)
      ) strict, without rowid;
      ${appendOnly('link_request')}
    `)
  },
}
