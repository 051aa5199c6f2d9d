import { FaultError } from '../../../shared/contract/fault-error.ts'
import type { ExportNews } from '../../../shared/contract/journal-export.ts'
import { refused } from '../../../shared/contract/reply.ts'
import { bytesOf } from '../../ui/save-file.ts'

/** A whole file, and nothing less. */
export interface CollectedExport {
  readonly name: string
  readonly mediaType: string
  readonly rows: number
  readonly parts: readonly Uint8Array<ArrayBuffer>[]
}

/**
 * Gathers an export to its end. One that ends before it says that it is finished (a lock, a lost connection) is no file:
 * throws a FaultError then, as for a refusal.
 */
export async function collectExport(
  news: AsyncIterable<ExportNews>,
  onProgress: (rows: number, of: number) => void,
): Promise<CollectedExport> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const one of news) {
    switch (one.kind) {
      case 'progress':
        onProgress(one.rows, one.of)
        break
      case 'bytes':
        parts.push(bytesOf(one.base64))
        break
      case 'refused':
        throw new FaultError(one.fault)
      case 'finished': {
        const { name, mediaType, rows } = one
        return { name, mediaType, rows, parts }
      }
    }
  }
  throw new FaultError(refused('internal', 'Выгрузка прервалась, файл не сохранён. Повторите её.').fault)
}
