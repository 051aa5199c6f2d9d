import * as z from 'zod'
import { OutcomeCode, ReceptionEvent } from '../reception/event.ts'
import { ImportOrigin } from '../recording/import.ts'
import { Presence } from '../recording/presence.ts'
import { Slip, Verdict } from '../recording/slip.ts'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { journalExport } from './journal-export.ts'
import { allowed } from './procedure.ts'
import { RecordingState } from './recording-state.ts'
import { reply } from './reply.ts'

/** Columns 3, 4, 6 and 7 of Annex 1: the ones a person may put right (docs/decisions/0012). */
export const CorrectableColumn = z.enum(['fullName', 'topic', 'specialistName', 'result'])
export type CorrectableColumn = z.infer<typeof CorrectableColumn>

/** The seven columns of Annex 1 as they stand, corrections included, and what is needed to open the row. */
export const JournalRow = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int(),
  receivedOn: z.iso.date(),
  fullName: z.string(),
  topic: z.string(),
  consideration: z.string(),
  specialistName: z.string(),
  result: z.string(),
  /** Columns whose text is not the one written first. */
  corrected: z.array(CorrectableColumn),
  /** Local date of the latest reception, for grouping by day. */
  receptionDate: z.iso.date().nullable(),
  receptionId: z.uuid().nullable(),
  outcome: OutcomeCode.nullable(),
  recordingId: z.uuid().nullable(),
  /** Set where the line was registered by mistake: struck through, its number kept. */
  annulled: z.boolean().optional(),
})
export type JournalRow = z.infer<typeof JournalRow>

/** One correction; `before` is what stood there when it was made. */
export const JournalCorrection = z.strictObject({
  sequence: z.int().nonnegative(),
  column: CorrectableColumn,
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  authorName: z.string(),
  correctedAt: z.iso.datetime({ offset: true }),
})
export type JournalCorrection = z.infer<typeof JournalCorrection>

/** One reception of the application with everything that happened in it. */
export const JournalReception = z.strictObject({
  id: z.uuid(),
  appointedAt: z.iso.datetime({ offset: true }),
  specialistName: z.string(),
  /** A ReceptionStepName. */
  step: z.string(),
  events: z.array(ReceptionEvent),
  recordings: z.array(
    z.strictObject({
      id: z.uuid(),
      startedAt: z.iso.datetime({ offset: true }),
      state: RecordingState,
      verdict: Verdict.nullable(),
      presence: Presence.nullable(),
      slip: Slip.nullable(),
      imported: ImportOrigin.nullable(),
      held: z.boolean(),
    }),
  ),
})
export type JournalReception = z.infer<typeof JournalReception>

/** A row with its history. */
export const JournalEntry = z.strictObject({
  row: JournalRow,
  /** The texts as they were written first. */
  written: z.record(CorrectableColumn, z.string()),
  /** Which columns the caller may put right now. */
  mayCorrect: z.array(CorrectableColumn),
  /** Oldest first. */
  corrections: z.array(JournalCorrection),
  /** By the appointed time. */
  receptions: z.array(JournalReception),
  /** Short names of everybody behind the events, by account. */
  authors: z.record(z.uuid(), z.string()),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** One opening of a row. */
export const JournalLook = z.strictObject({ at: z.iso.datetime({ offset: true }), name: z.string() })
export type JournalLook = z.infer<typeof JournalLook>

export const JournalFilter = z.strictObject({
  /** Words in any form: Russian stems, ё = е; a number finds the journal number too. */
  search: typedText().max(200),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  outcomes: z.array(OutcomeCode),
  withoutResult: z.boolean(),
  /** A recording was due and nothing that can be watched is there. */
  withoutRecording: z.boolean(),
  /** Only lines struck through as registered by mistake. */
  annulled: z.boolean().optional(),
})
export type JournalFilter = z.infer<typeof JournalFilter>

export const JournalCounts = z.strictObject({ standing: z.int(), annulled: z.int() })
export type JournalCounts = z.infer<typeof JournalCounts>

/** Column 7 may be long; the others are one line. */
export const correctionLimits = { text: 4000, reason: 500 } as const

export const NewCorrection = z.strictObject({
  applicationId: z.uuid(),
  column: CorrectableColumn,
  /** What the author saw; another text there now is answered `stale`. */
  before: keptAsTyped(),
  after: typedText().trim().min(1).max(correctionLimits.text),
  reason: typedText().trim().min(1).max(correctionLimits.reason),
})
export type NewCorrection = z.infer<typeof NewCorrection>

export const journal = {
  /** A window of rows, newest first, and how many match in all. */
  list: allowed('specialist', 'head')
    .input(z.strictObject({ filter: JournalFilter, offset: z.int().nonnegative(), limit: z.int().positive().max(500) }))
    .output(reply(z.strictObject({ total: z.int(), rows: z.array(JournalRow) }))),
  /** How many lines match, those struck through apart: they count as no application. */
  counts: allowed('specialist', 'head')
    .input(z.strictObject({ filter: JournalFilter }))
    .output(reply(JournalCounts)),
  columns: allowed('specialist', 'head').output(
    reply(z.strictObject({ title: z.string(), columns: z.array(z.string()).length(7) })),
  ),
  /** Opening a row is an event of the log: once per `viewId`, which the page makes for each opening. */
  entry: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid(), viewId: z.uuid() }))
    .output(reply(JournalEntry)),
  /** Who opened the row, newest first; the caller's own opening is one of them. */
  looks: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(reply(z.array(JournalLook))),
  /** The specialist of the reception or a head; what was written first is kept. */
  correct: allowed('specialist', 'head').input(NewCorrection).output(reply(JournalEntry)),
  ...journalExport,
}
