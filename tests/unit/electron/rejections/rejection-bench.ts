import { resolve } from 'node:path'
import type { ApplicationFields } from '../../../../electron/demonstration/application-fields.ts'
import { makeRejectionCare } from '../../../../electron/rejections/rejection-care.ts'
import type { RejectionDraft } from '../../../../shared/contract/rejections.ts'
import { makeKeptNotices } from '../../../fixtures/kept-notices.ts'
import { registerUnappointed } from '../../../fixtures/unappointed.ts'
import { fields, openStores } from '../database/fixture.ts'

/** Rejections on a real database; of the notices only what is asked of them is kept. */
export function openRejectionBench({ canPrint = true }: { canPrint?: boolean } = {}) {
  const stores = openStores()
  const { read, write } = stores.database
  const { notices, orders } = makeKeptNotices(stores)
  const announced: string[] = []
  const printed: string[] = []
  const care = makeRejectionCare({
    ...{ read, write, clock: stores.clock, eventLog: stores.eventLog, journal: stores.journalProjection },
    ...{ accounts: stores.accounts, place: stores.accounts.place, notices },
    resourcesDirectory: resolve(import.meta.dirname, '../../../../resources'),
    host: {
      capabilities: { openTelemostInside: false, openRecorderWindow: false, panelOnTop: false, printPages: canPrint },
      printPage: async html => {
        printed.push(html)
        return Buffer.from('%PDF-1.7')
      },
    },
    announce: ({ kind }) => announced.push(kind),
  })
  return {
    ...stores,
    care,
    orders,
    announced,
    printed,
    sentSoon: () => notices.sent,
    register: (changes: Partial<ApplicationFields> = {}) =>
      registerUnappointed(stores, { ...fields({ email: 'kanareykin@example.ru', ...changes }) }),
    journalRow: (applicationId: string) => stores.journal.row(applicationId),
    logged: () =>
      stores.eventLog
        .list({ offset: 0, limit: 50 })
        .map(({ kind, objects }) => ({ kind, objects: JSON.parse(objects) })),
  }
}

export const draft = (changes: Partial<RejectionDraft> = {}): RejectionDraft => ({
  grounds: ['competence', 'unclear'],
  reasoning: 'Вопрос о ремонте дороги относится к ведению города',
  earlierId: null,
  earlierWritten: '',
  citizenDative: 'Петрову Петру Петровичу',
  gender: 'male',
  address: 'г. Кемерово, ул. Весенняя, д. 7, кв. 12',
  signatoryName: 'Морозова Елена Викторовна',
  executorName: 'Иванова Анна Петровна',
  executorPhone: '8 (384-2) 00-00-00',
  decidedOn: '2026-11-20',
  ...changes,
})

const base64 = (bytes: readonly number[] | string): string => Buffer.from(bytes as string).toString('base64')
export const pdfFile = { name: 'скан.pdf', base64: base64('%PDF-1.7 …') }
/** SEQUENCE { OID signedData … } as a token writes it. */
export const signatureBytes = [0x30, 0x82, 0x01, 0x00, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2, 0xa0, 0x80]
export const signatureFile = { name: 'скан.pdf.sig', base64: Buffer.from(signatureBytes).toString('base64') }
