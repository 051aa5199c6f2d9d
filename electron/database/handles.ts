import type SqliteDatabase from 'better-sqlite3'
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from './schema.ts'

type Connection = SqliteDatabase.Database
export type SqlValue = string | number | bigint | Buffer | null

/**
 * Reads. Queries are built by Kysely and run synchronously: a transaction of the one writer can then never be
 * interleaved with somebody else's statement, and an event is on disk when the call returns.
 */
export interface ReadDb {
  /** Builder of selects; runs nothing itself. */
  readonly select: Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn'>
  all<Row>(query: Compilable<Row>): Row[]
  first<Row>(query: Compilable<Row>): Row | undefined
  /** Raw prepared statement for a hot path, kept by its text; throws for a statement that would write. */
  prepareRead<Row>(sql: string): ReadStatement<Row>
}

export interface ReadStatement<Row> {
  all(...values: SqlValue[]): Row[]
  first(...values: SqlValue[]): Row | undefined
}

/** Writes, through the one writer connection; its reads see what the running transaction wrote. */
export interface WriteDb extends ReadDb {
  readonly build: Pick<Kysely<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom'>
  run(query: Compilable): { changes: number }
  prepareWrite(sql: string): { run(...values: SqlValue[]): { changes: number; rowId: number } }
  /** All or nothing; takes the write lock at once. Inside another transaction: a savepoint. */
  transaction<T>(work: () => T): T
}

const builder = (): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })

/** Statements by text: compiling SQL costs more than running it. */
function statements(connection: Connection) {
  const kept = new Map<string, SqliteDatabase.Statement<unknown[], unknown>>()
  return (sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const made = connection.prepare<unknown[], unknown>(sql)
    kept.set(sql, made)
    return made
  }
}

function reads(connection: Connection, prepare: ReturnType<typeof statements>): ReadDb {
  const compiled = <Row>(query: Compilable<Row>) => {
    const { sql, parameters } = query.compile()
    return { statement: prepare(sql), parameters }
  }
  return {
    select: builder(),
    all: <Row>(query: Compilable<Row>) => {
      const { statement, parameters } = compiled(query)
      return statement.all(...parameters) as Row[]
    },
    first: <Row>(query: Compilable<Row>) => {
      const { statement, parameters } = compiled(query)
      return statement.get(...parameters) as Row | undefined
    },
    prepareRead: <Row>(sql: string): ReadStatement<Row> => {
      const statement = prepare(sql)
      if (!statement.readonly) throw new Error(`not a read: ${sql} (${connection.name})`)
      return {
        all: (...values) => statement.all(...values) as Row[],
        first: (...values) => statement.get(...values) as Row | undefined,
      }
    },
  }
}

/** Handle of a connection that was opened read-only. */
export const makeReadDb = (connection: Connection): ReadDb => reads(connection, statements(connection))

/** Handle of the writer connection. */
export function makeWriteDb(connection: Connection): WriteDb {
  const prepare = statements(connection)
  return {
    ...reads(connection, prepare),
    build: builder(),
    run(query) {
      const { sql, parameters } = query.compile()
      return { changes: prepare(sql).run(...parameters).changes }
    },
    prepareWrite(sql) {
      const statement = prepare(sql)
      return {
        run(...values) {
          const { changes, lastInsertRowid } = statement.run(...values)
          return { changes, rowId: Number(lastInsertRowid) }
        },
      }
    },
    transaction: <T>(work: () => T): T => connection.transaction(work).immediate(),
  }
}
