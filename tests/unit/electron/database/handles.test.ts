import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstRun, openStores } from './fixture.ts'

let stores: ReturnType<typeof openStores>
beforeEach(() => {
  stores = openStores()
})
afterEach(() => stores.close())

test('the read handle has no way to write', () => {
  const { read } = stores.database
  expect('build' in read).toBe(false)
  expect(() => read.prepareRead("insert into body values ('a', 'b', 'c', 'd')")).toThrow('not a read')
  expect(() => read.prepareRead('delete from body')).toThrow('not a read')
})

test('the read connection refuses even a write smuggled past the types', () => {
  const { read, write } = stores.database
  const insert = write.build
    .insertInto('body')
    .values({ id: 'x', name: 'x', time_zone: 'x', created_at: 'x' })
    .returning('id')
  expect(() => read.all(insert)).toThrow(/readonly/)
})

test('what a transaction wrote is seen by its writer at once, by readers after the commit', () => {
  const { read, write } = stores.database
  const names = (db: typeof read) => db.all(db.select.selectFrom('body').select('name')).map(({ name }) => name)
  write.transaction(() => {
    write.run(write.build.updateTable('body').set({ name: 'Новое имя' }))
    expect(names(write)).toEqual(['Новое имя'])
    expect(names(read)).toEqual([firstRun.bodyName])
  })
  expect(names(read)).toEqual(['Новое имя'])
})

test('an inner transaction that fails takes back its own part only', () => {
  const { read, write } = stores.database
  write.transaction(() => {
    write.run(write.build.updateTable('body').set({ name: 'снаружи' }))
    expect(() =>
      write.transaction(() => {
        write.run(write.build.updateTable('body').set({ name: 'внутри' }))
        throw new Error('no')
      }),
    ).toThrow('no')
  })
  expect(read.first(read.select.selectFrom('body').select('name'))?.name).toBe('снаружи')
})

test('tables are STRICT: a text does not slip into a number', () => {
  const { write } = stores.database
  const insert = write.prepareWrite('insert into journal_counter (body_id, year, last_number) values (?, ?, ?)')
  expect(() => insert.run(stores.session.body.id, 'год', 1)).toThrow(/cannot store TEXT/)
  const tables = write.prepareRead<{ name: string; sql: string }>(
    "select name, sql from sqlite_schema where type = 'table' and name not like '%_search%' and name not like 'sqlite_%'",
  )
  for (const { name, sql } of tables.all()) expect(sql, name).toMatch(/strict/i)
})
