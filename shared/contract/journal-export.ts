import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { Fault, reply } from './reply.ts'

export const ExportFormat = z.enum(['xlsx', 'docx', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What the journal is taken out for; `request` and `other` are told in words too. */
export const ExportPurpose = z.enum(['control', 'report', 'inspection', 'request', 'archive', 'other'])
export type ExportPurpose = z.infer<typeof ExportPurpose>
export const purposesInWords: readonly ExportPurpose[] = ['request', 'other']

/** A Word or PDF file of more rows helps nobody, and a PDF is printed as one page of HTML; a sheet has no such limit. */
export const longestDocumentRows = 5_000

/** Days of receipt of the applications, both included. */
const period = { from: z.iso.date('Дата: ДД.ММ.ГГГГ'), to: z.iso.date('Дата: ДД.ММ.ГГГГ') }

export const NewExport = z
  .strictObject({
    ...period,
    format: ExportFormat,
    purpose: ExportPurpose,
    purposeText: typedText().trim().max(500, 'Слишком длинно'),
  })
  .check(({ value, issues }) => {
    if (value.to < value.from) {
      issues.push({ code: 'custom', message: 'Конец периода раньше начала', path: ['to'], input: value.to })
    }
    if (purposesInWords.includes(value.purpose) && value.purposeText.length < 3) {
      issues.push({ code: 'custom', message: 'Укажите цель словами', path: ['purposeText'], input: value.purposeText })
    }
  })
export type NewExport = z.infer<typeof NewExport>

/** An export as it goes on: progress and bytes by turns, one end. */
export const ExportNews = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), rows: z.int().nonnegative(), of: z.int().positive() }),
  /** The next piece of the file, base64. */
  z.strictObject({ kind: z.literal('bytes'), base64: z.string() }),
  z.strictObject({ kind: z.literal('finished'), name: z.string(), mediaType: z.string(), rows: z.int().positive() }),
  z.strictObject({ kind: z.literal('refused'), fault: Fault }),
])
export type ExportNews = z.infer<typeof ExportNews>

export const journalExport = {
  /** How many rows a period has. */
  exportSize: allowed('specialist', 'head')
    .input(z.strictObject(period))
    .output(reply(z.strictObject({ rows: z.int().nonnegative() }))),
  /** The file in pieces; who leaves the stream cancels it. Written down with its purpose before the first byte. */
  export: allowed('specialist', 'head').input(NewExport).output(eventIterator(ExportNews)),
}
