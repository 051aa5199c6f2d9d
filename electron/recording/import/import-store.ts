import { ImportOrigin, ImportWarning } from '../../../shared/recording/import.ts'
import { shortName } from '../../../shared/text/person-name.ts'
import type { Place } from '../../accounts/place.ts'
import type { ReadDb, WriteDb } from '../../database/handles.ts'

export interface NewImport extends Omit<ImportOrigin, 'importedBy'> {
  readonly recordingId: string
  /** Account. */
  readonly importedBy: string
  readonly byteLength: number
}

/** Where recordings come from that this program did not make. */
export interface ImportStore {
  /** Joins the running transaction, beside the row of the recording. */
  insert(imported: NewImport): void
  /** null where this program recorded. */
  ofRecording(recordingId: string): ImportOrigin | null
  /** Whether these very bytes were taken over before. */
  isKnown(sha256: string): boolean
}

export function makeImportStore(deps: { read: ReadDb; write: WriteDb; place: () => Place }): ImportStore {
  const { read, write, place } = deps
  return {
    insert(imported) {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('recording_import').values({
          recording_id: imported.recordingId,
          body_id: bodyId,
          workplace_id: workplaceId,
          source: imported.source,
          imported_at: imported.importedAt,
          imported_by: imported.importedBy,
          original_name: imported.originalName,
          sha256: imported.sha256,
          byte_length: imported.byteLength,
          made_at: imported.madeAt,
          warnings: JSON.stringify(imported.warnings),
        }),
      )
    },
    ofRecording(recordingId) {
      const row = read.first(
        read.select
          .selectFrom('recording_import')
          .innerJoin('account', 'account.id', 'recording_import.imported_by')
          .select(['source', 'imported_at', 'original_name', 'sha256', 'made_at', 'warnings', 'account.full_name'])
          .where('recording_id', '=', recordingId),
      )
      if (!row) return null
      return ImportOrigin.parse({
        source: row.source,
        importedAt: row.imported_at,
        importedBy: shortName(row.full_name),
        originalName: row.original_name,
        sha256: row.sha256,
        madeAt: row.made_at,
        warnings: ImportWarning.array().parse(JSON.parse(row.warnings)),
      })
    },
    isKnown: sha256 =>
      read.first(read.select.selectFrom('recording_import').select('sha256').where('sha256', '=', sha256)) !==
      undefined,
  }
}
