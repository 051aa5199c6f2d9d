import type SqliteDatabase from 'better-sqlite3'

/** One step of the schema. Append-only: a step that has run anywhere is never edited, a new one gets the next number. */
export interface Migration {
  readonly number: number
  /** File name without its ending. */
  readonly name: string
  /** Runs inside a transaction of its own. */
  up(connection: SqliteDatabase.Database): void
}

/** SQL of triggers that make a table append-only, for the program as well as for a stray statement. */
export const appendOnly = (table: string): string => `
  create trigger ${table}_never_changes before update on ${table}
  begin select raise(abort, '${table} is append-only'); end;
  create trigger ${table}_never_shrinks before delete on ${table}
  begin select raise(abort, '${table} is append-only'); end;
`

/** SQL of a trigger that refuses the deletion of rows. */
export const neverDeleted = (table: string): string => `
  create trigger ${table}_never_deleted before delete on ${table}
  begin select raise(abort, 'rows of ${table} are never deleted'); end;
`
