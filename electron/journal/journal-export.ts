import { join } from 'node:path'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { WorkstationHost } from '../workstation-api.ts'
import { makeJournalDocuments } from './journal-documents.ts'
import { type JournalExportService, makeJournalExportService } from './journal-export-service.ts'
import { makeJournalExportStore } from './journal-export-store.ts'

type StoreDeps = Parameters<typeof makeJournalExportStore>[0]

/** Everything of «Выгрузить…» on one database. */
export const makeJournalExport = (
  deps: StoreDeps & {
    readonly host: Pick<WorkstationHost, 'capabilities' | 'printPage'>
    readonly regulation: Regulation
    readonly resourcesDirectory: string
  },
): JournalExportService =>
  makeJournalExportService({
    store: makeJournalExportStore(deps),
    documents: makeJournalDocuments({
      templatePath: join(deps.resourcesDirectory, 'documents/journal.docx'),
      printPage: deps.host.printPage,
    }),
    regulation: deps.regulation,
    canPrint: deps.host.capabilities.printPages,
  })
