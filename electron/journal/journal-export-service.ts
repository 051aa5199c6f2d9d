import type { Session } from '../../shared/contract/accounts.ts'
import { type ExportNews, longestDocumentRows, type NewExport } from '../../shared/contract/journal-export.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { formatLocalDate } from '../../shared/text/date-time.ts'
import { mediaTypes } from '../documents/media-types.ts'
import type { JournalDocuments } from './journal-documents.ts'
import type { ExportedRow, JournalExportStore, Period } from './journal-export-store.ts'

export interface JournalExportServiceDeps {
  readonly store: JournalExportStore
  readonly documents: JournalDocuments
  readonly regulation: Pick<Regulation, 'journal'>
  readonly canPrint: boolean
}

/** The journal as a file for a period (Annex 1). */
export interface JournalExportService {
  size(period: Period): Reply<{ rows: number }>
  /** Ends with `finished` or `refused`; leaving it early cancels, and that is written down too. */
  export(who: Session, order: NewExport): AsyncGenerator<ExportNews, void>
}

/** Large pieces are few; each is well below the longest message. */
const pieceBytes = 256 * 1024

export function makeJournalExportService(deps: JournalExportServiceDeps): JournalExportService {
  const { store, documents, regulation, canPrint } = deps

  function refusalOf({ format, from, to }: NewExport, rows: number) {
    if (rows === 0) {
      const period = `с ${formatLocalDate(from)} по ${formatLocalDate(to)}`
      return refused('notFound', `За период ${period} в журнале нет ни одной заявки: файл не создан.`)
    }
    if (format === 'pdf' && !canPrint) {
      return refused(
        'notAvailableHere',
        'Здесь нечем сделать PDF: браузер не найден. Выгрузите XLSX или DOCX; файл не создан.',
      )
    }
    if (format !== 'xlsx' && rows > longestDocumentRows) {
      return refused(
        'refusedByRule',
        `В DOCX и PDF помещается до ${longestDocumentRows.toLocaleString('ru')} строк, за период их ${rows.toLocaleString('ru')}. Сократите период или выгрузите XLSX; файл не создан.`,
      )
    }
    return null
  }

  return {
    size: period => done({ rows: store.count(period) }),
    async *export(who, order) {
      const rows = store.count(order)
      const refusal = refusalOf(order, rows)
      if (refusal) {
        yield { kind: 'refused', fault: refusal.fault }
        return
      }
      const exportId = store.noteExport({ ...order, rows, authorId: who.account.id })
      let [read, told, ended] = [0, 0, false]
      function* counted(): Generator<ExportedRow, void> {
        for (const row of store.rows(order)) {
          read += 1
          yield row
        }
      }
      const paper = {
        title: regulation.journal.title,
        columns: regulation.journal.columns,
        body: who.body.name,
        period: `Период поступления заявок: с ${formatLocalDate(order.from)} по ${formatLocalDate(order.to)}`,
        rows: counted(),
      }
      try {
        yield { kind: 'progress', rows: 0, of: rows }
        for await (const piece of inPieces(documents[order.format](paper))) {
          yield { kind: 'bytes', base64: piece.toString('base64') }
          if (read > told) yield { kind: 'progress', rows: Math.min(read, rows), of: rows }
          told = read
        }
        ended = true
        const name = `Журнал ${order.from} – ${order.to}.${order.format}`
        yield { kind: 'finished', name, mediaType: mediaTypes[order.format], rows: Math.max(read, 1) }
      } finally {
        if (!ended) store.noteCancelled(exportId, who.account.id)
      }
    },
  }
}

/** Small pieces together, long ones apart. */
async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    held.push(piece)
    size += piece.length
    if (size < pieceBytes) continue
    const all = Buffer.concat(held)
    for (let at = 0; at < all.length; at += pieceBytes) yield all.subarray(at, at + pieceBytes)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
