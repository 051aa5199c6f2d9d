import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { openDatabase } from '../../electron/database/connection.ts'
import { makeJournalDocuments } from '../../electron/journal/journal-documents.ts'
import { makeJournalExportService } from '../../electron/journal/journal-export-service.ts'
import { makeJournalExportStore } from '../../electron/journal/journal-export-store.ts'
import { readRegulation } from '../../electron/regulation/read-regulation.ts'
import type { ExportFormat } from '../../shared/contract/journal-export.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { makeTestClock, openStores, storesOn } from '../unit/electron/database/fixture.ts'

/**
 * Run by hand: `node tests/bench/journal-export.ts [rows] [xlsx|docx]`. Takes the whole journal out through the service, as
 * the page does, in a process that did not make the rows, and says how long it took and how much memory that process
 * needed; the limit for 100 000 rows is 300 MB.
 */
const [, , rows = '100000', format = 'xlsx', databasePath, keyHex] = process.argv
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

async function takeOut(path: string, key: string): Promise<void> {
  const resources = resolve(import.meta.dirname, '../../resources')
  const stores = storesOn(openDatabase({ path, keyHex: key }), makeTestClock('2026-11-20T02:00:00Z'))
  const { read, write } = stores.database
  const service = makeJournalExportService({
    store: makeJournalExportStore({
      ...{ read, write, place: stores.accounts.place, clock: stores.clock, eventLog: stores.eventLog },
    }),
    documents: makeJournalDocuments({
      templatePath: join(resources, 'documents/journal.docx'),
      printPage: () => Promise.reject(new Error('no printer in this bench')),
    }),
    regulation: await readRegulation(join(resources, 'regulations/kuzbass-121.json')),
    canPrint: false,
  })
  const session = stores.accounts.session()
  if (!session) throw new Error('nobody works here')
  const before = process.memoryUsage().rss
  const startedAt = performance.now()
  let [bytes, pieces] = [0, 0]
  const period = { from: '2020-01-01', to: '2035-12-31' }
  const order = { ...period, format: format as ExportFormat, purpose: 'archive', purposeText: '' } as const
  for await (const news of service.export(session, order)) {
    if (news.kind === 'refused') throw new Error(news.fault.hint)
    if (news.kind !== 'bytes') continue
    bytes += Buffer.byteLength(news.base64, 'base64')
    pieces += 1
  }
  const tookMs = Math.round(performance.now() - startedAt)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${rows} rows, ${format}: ${tookMs} ms, ${megabytes(bytes)} MB in ${pieces} pieces, peak RSS ${peak} MB (${megabytes(before)} MB before)`,
  )
  stores.database.close()
}

if (databasePath !== undefined && keyHex !== undefined) {
  await takeOut(databasePath, keyHex)
} else {
  const stores = openStores()
  insertManyRows(stores, Number(rows))
  const { folder } = stores
  stores.database.close()
  spawnSync(process.execPath, [import.meta.filename, rows, format, folder.databasePath, folder.keyHex], {
    stdio: 'inherit',
  })
  folder.remove()
}
