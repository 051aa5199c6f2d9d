import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { registerUnappointed } from '../../fixtures/unappointed.ts'
import { registrationOf } from '../../unit/electron/database/fixture.ts'
import { insertManyRows } from '../journal/many-rows.ts'
import { type AnswersBench, openAnswersBench } from '../replies/bench.ts'
import { countQueries, openCases } from './cases-bench.ts'

let bench: AnswersBench
let care: ReturnType<typeof openCases>
beforeEach(async () => {
  bench = await openAnswersBench()
  care = openCases(bench)
})
afterEach(() => bench.end())

/** Letters nobody asks for any more, written by `from`, the oldest first; answers their ids. */
const overLetters = (from: readonly string[], subject = 'Благодарность') =>
  from.map((sender, at) =>
    storeLetter(bench.database, bench.accounts.place(), {
      ...{ kind: 'autoReply', receivedAt: new Date(Date.parse('2026-01-01T01:00:00Z') + at * 60_000).toISOString() },
      raw: letter({ from: sender, subject }, part('Спасибо')),
    }),
  )

describe('a search of what is over', () => {
  const many = Array.from({ length: 250 }, (_, at) => `Соколов ${at} <sokolov${at}@example.ru>`)

  test('finds the oldest letter by who, address, subject or the citizen in it, in any form, and pages all of them', async () => {
    const [oldest] = overLetters(['Ёлкина Вера <vera.elka@sad.ru>'], 'Про капремонт')
    overLetters(many)
    const found = async (text: string) => (await care.page('done', text)).rows.map(({ id }) => id)
    for (const text of ['елкиной', 'Ёлк', 'vera.elka@sad.ru', 'elka@', 'капремонта']) {
      expect(await found(text), text).toEqual([oldest])
    }
    expect(await found('Вера Соколов')).toEqual([])
    expect(await found('…')).toEqual([])
    const pages = await Promise.all([0, 200].map(offset => care.page('done', 'соколова', { offset, limit: 200 })))
    expect(pages.map(({ total, rows }) => [total, rows.length])).toEqual([
      [250, 200],
      [250, 50],
    ])
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(250)
    const portal = storeLetter(bench.database, bench.accounts.place(), {
      ...{ kind: 'application', receivedAt: '2026-11-20T01:00:00Z' },
      raw: letter(
        { from: 'noreply@example.ru', subject: 'Заявка' },
        part('Фамилия: Куропаткин\r\nИмя: Пётр\r\nТематика вопроса: Льгота\r\n'),
      ),
    })
    expect(await found('куропаткина')).toEqual([])
    care.mailroom.service.setAside(bench.session, portal, 'не нам')
    expect(await found('куропаткина')).toEqual([portal])
    care.mailroom.service.takeBack(bench.session, portal)
    expect(await found('куропаткина')).toEqual([])
    expect((await care.page('toDo', 'куропаткина')).rows.map(({ id }) => id)).toEqual([portal])
  })

  test('finds an application beside letters, and nothing of either that is erased', async () => {
    const { applicationId: id, receptionId } = await bench.noticed({ familyName: 'Соколов' })
    await bench.cancel(receptionId, 'refused')
    await bench.send()
    const letterIds = overLetters(many.slice(0, 3))
    expect(await care.page('done', 'соколов')).toMatchObject({ total: 4, rows: [{ id }, {}, {}, {}] })
    expect(await care.page('toDo', 'соколов')).toMatchObject({ total: 0 })
    bench.database.raw
      .prepare("update letter set raw = null, erased_at = '2026-11-20T01:00:00Z' where id = ?")
      .run(letterIds[0])
    expect(await care.page('done', 'соколов')).toMatchObject({ total: 3 })
    expect(bench.database.raw.prepare('select count(*) as n from letter_search').get()).toEqual({ n: 2 })
  })

  test('a letter read anew is found by what it says now; one nobody can read is asked for once', async () => {
    const [id = ''] = overLetters(['Синицын <bird@example.ru>'])
    expect(await care.page('done', 'синицын')).toMatchObject({ total: 1 })
    bench.database.raw
      .prepare("update letter_reading set content = json_set(content, '$.fromName', 'Дятлов') where letter_id = ?")
      .run(id)
    expect(await care.page('done', 'синицын')).toMatchObject({ total: 0 })
    expect(await care.page('done', 'дятлова')).toMatchObject({ total: 1 })
    expect(bench.database.raw.prepare('select * from letter_to_index').all()).toEqual([])
  })
})

describe('twenty thousand applications and as many letters, all of them over', () => {
  const years = 20_000

  /** As years leave them; every letter read when it came. */
  function plant(like: string): void {
    const { raw } = bench.database
    insertManyRows(bench, years)
    const columns = (raw.prepare("select name from pragma_table_info('application')").all() as { name: string }[])
      .map(({ name }) => name)
      .filter(name => !['id', 'journal_year', 'journal_number', 'registered_at'].includes(name))
      .map(name => `one.${name}`)
    raw.exec(`insert into application (id, journal_year, journal_number, registered_at,
        ${columns.map(name => name.slice('one.'.length)).join(', ')})
      select row.application_id, row.journal_year, row.journal_number, row.day || 'T01:00:00.000Z', ${columns.join(', ')}
        from journal_row as row join application as one on one.id = '${like}' where row.application_id <> '${like}'`)
    const read = raw.prepare(`insert into letter_reading values (?, 'any', ?, '2026-01-01T00:00:00.000Z')`)
    raw.transaction(() => {
      for (let at = 0; at < years; at += 1) {
        const id = storeLetter(bench.database, bench.accounts.place(), {
          // No answer can be one of these: they are searched, and nothing else.
          kind: 'bounce',
          raw: letter({ from: `Воробьёв ${at} <person${at}@example.ru>`, subject: 'Вас нет' }, part('Спасибо')),
          receivedAt: new Date(Date.parse('2024-09-01T01:00:00Z') + at * 3_600_000).toISOString(),
        })
        const from = { fromName: `Воробьёв ${at}`, fromAddress: `person${at}@example.ru` }
        read.run(id, JSON.stringify({ ...from, subject: 'Вас нет', text: 'Спасибо. '.repeat(100), application: null }))
      }
    })()
    raw.exec('analyze')
  }

  test('are searched in as many queries as three, and quickly, whatever page is asked for', {
    timeout: 180_000,
  }, async () => {
    const asked = countQueries(bench)
    const queriesOf = async (text: string): Promise<number> => {
      // What the page shows is read, and then found by what was read.
      await care.page('done', text)
      await care.page('done', text)
      asked.count = 0
      await care.page('done', text)
      return asked.count
    }
    try {
      const fields = registrationOf(bench.session, { receivedOn: '2026-11-20' }, '2026-11-30T09:00:00+07:00').fields
      const like = registerUnappointed(bench, fields)
      overLetters(['Воробьёв <a@example.ru>', 'Воробьёв <b@example.ru>'])
      const few = await queriesOf('воробьёва')
      plant(like)
      const firstMs = await msOf(() => care.page('done', 'воробьёва'))
      expect(await queriesOf('воробьёва')).toBe(few)
      const told: string[] = [`the first search, which indexes them: ${firstMs}`]
      const searches = {
        воробьёва: 20_002,
        'Воробьёв 7': 1,
        петрова: 2_000,
        'петрова выезд': 20,
        'person77@': 111,
        ru: 20_002,
      }
      for (const [text, total] of Object.entries(searches)) {
        const page = await care.page('done', text)
        expect.soft(page.total, text).toBe(total)
        const [ms, deepMs] = [
          await msOf(() => care.page('done', text)),
          await msOf(() => care.page('done', text, { offset: 19_000, limit: 200 })),
        ]
        told.push(`«${text}»: ${page.total} found, first page ${ms}, from 19 000 on ${deepMs}`)
        expect.soft(ms, text).toBeLessThan(1000)
      }
      told.push(`no search: ${await msOf(() => care.page('done', ''))}`)
      console.log(told.join('\n'))
    } finally {
      asked.end()
    }
  })
})

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return Math.round(performance.now() - startedMs)
}
