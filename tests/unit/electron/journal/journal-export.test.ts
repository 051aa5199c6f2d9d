import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeJournalDocuments } from '../../../../electron/journal/journal-documents.ts'
import {
  type JournalExportService,
  makeJournalExportService,
} from '../../../../electron/journal/journal-export-service.ts'
import { countSql, makeJournalExportStore, pageSql } from '../../../../electron/journal/journal-export-store.ts'
import { readRegulation } from '../../../../electron/regulation/read-regulation.ts'
import type { ExportNews, NewExport } from '../../../../shared/contract/journal-export.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { insertManyRows } from '../../../integration/journal/many-rows.ts'
import { openStores } from '../database/fixture.ts'
import { readZip } from '../documents/read-zip.ts'

const resources = resolve(import.meta.dirname, '../../../../resources')
let stores: ReturnType<typeof openStores>
let service: JournalExportService
let printed: string[]
beforeEach(async () => {
  stores = openStores()
  service = await serviceWith(true)
})
afterEach(() => stores.close())

async function serviceWith(canPrint: boolean): Promise<JournalExportService> {
  const { read, write } = stores.database
  printed = []
  return makeJournalExportService({
    store: makeJournalExportStore({
      ...{ read, write, place: stores.accounts.place, clock: stores.clock, eventLog: stores.eventLog },
    }),
    documents: makeJournalDocuments({
      templatePath: resolve(resources, 'documents/journal.docx'),
      printPage: async html => {
        printed.push(html)
        return Buffer.from('%PDF-1.7')
      },
    }),
    regulation: await readRegulation(resolve(resources, 'regulations/kuzbass-121.json')),
    canPrint,
  })
}

const order = (changes: Partial<NewExport> = {}): NewExport => ({
  ...{ from: '2023-01-01', to: '2023-12-31', format: 'xlsx', purpose: 'request', purposeText: 'запрос № 5' },
  ...changes,
})
async function taken(changes: Partial<NewExport> = {}): Promise<{ news: ExportNews[]; file: Buffer }> {
  const news: ExportNews[] = []
  for await (const one of service.export(stores.session, order(changes))) news.push(one)
  const pieces = news.flatMap(one => (one.kind === 'bytes' ? [Buffer.from(one.base64, 'base64')] : []))
  return { news, file: Buffer.concat(pieces) }
}
const logged = () =>
  stores.eventLog
    .list({ offset: 0, limit: 10 })
    .map(({ kind, result, objects }) => ({ kind, result, ...JSON.parse(objects) }))

test('every row of the period in the order of the numbers, corrections marked; purpose, period and rows are written down', async () => {
  insertManyRows(stores, 1_203)
  stores.database.raw.prepare("update journal_row set corrected_topic = '=1+1' where journal_number = 2").run()
  const { news, file } = await taken({ to: '2023-01-20' })
  expect(news.at(-1)).toMatchObject({ kind: 'finished', rows: 1_200, name: 'Журнал 2023-01-01 – 2023-01-20.xlsx' })
  const sheet = readZip(file).get('xl/worksheets/sheet1.xml') ?? ''
  const numbers = Array.from(sheet.matchAll(/<row [^>]*><c s="6"><v>(\d+)<\/v>/gu), ([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1))
  expect(sheet).toContain('исправлено: =1+1')
  expect(sheet).toContain('посредством видеоконференцсвязи</t>')
  expect(logged()[0]).toMatchObject({
    ...{
      kind: 'journalExported',
      result: 'xlsx',
      from: '2023-01-01',
      to: '2023-01-20',
      rows: 1_200,
      purpose: 'request',
    },
  })
  expect(stores.database.raw.prepare('select purpose_text, row_count from journal_export').all()).toEqual([
    { purpose_text: 'запрос № 5', row_count: 1_200 },
  ])
})

test('an empty period says so; nothing is written', async () => {
  const { news } = await taken()
  expect(news).toMatchObject([{ kind: 'refused', fault: { code: 'notFound' } }])
  expect(logged().map(({ kind }) => kind)).not.toContain('journalExported')
  expect(await unwrap(service.size({ from: '2023-01-01', to: '2023-12-31' }))).toEqual({ rows: 0 })
})

test('Word and PDF have a limit, and PDF needs a printer; XLSX has none', async () => {
  insertManyRows(stores, 5_001)
  expect((await taken({ format: 'docx' })).news).toMatchObject([{ fault: { code: 'refusedByRule' } }])
  expect((await taken({ format: 'pdf', to: '2023-01-10' })).file.toString()).toBe('%PDF-1.7')
  expect(printed[0]).toContain('<thead>')
  service = await serviceWith(false)
  expect((await taken({ format: 'pdf', to: '2023-01-10' })).news).toMatchObject([
    { fault: { code: 'notAvailableHere' } },
  ])
})

test('who leaves early cancels, and that is written down', async () => {
  insertManyRows(stores, 3_000)
  for await (const one of service.export(stores.session, order())) if (one.kind === 'bytes') break
  expect(
    logged()
      .map(({ kind }) => kind)
      .slice(0, 2),
  ).toEqual(['journalExportCancelled', 'journalExported'])
})

test('a page of rows is found by its number, not by reading the journal again', () => {
  insertManyRows(stores, 1_000)
  const plan = stores.database.raw
    .prepare(`explain query plan ${pageSql}`)
    .all('b', 2023, 500, '2023-01-01', '2023-12-31', 500)
  const details = (plan as { detail: string }[]).map(({ detail }) => detail).join('\n')
  expect(details).toMatch(
    /SEARCH journal_row USING INDEX journal_row_by_number \(body_id=\? AND \(journal_year,journal_number\)>\(\?,\?\)\)/u,
  )
  expect(details).not.toContain('TEMP B-TREE')
})

test('the rows of a period are counted by the index alone', () => {
  const plan = stores.database.raw.prepare(`explain query plan ${countSql}`).all('b', '2023-01-01', '2023-12-31')
  expect(plan).toMatchObject([{ detail: 'SEARCH journal_row USING COVERING INDEX journal_row_by_number (body_id=?)' }])
})
