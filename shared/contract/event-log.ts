import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

/** One line of «журнал регистрации событий»: who, what, when, about which things (ids only). */
export const EventLogLine = z.strictObject({
  sequence: z.int().nonnegative(),
  at: z.iso.datetime({ offset: true }),
  /** null: the program itself, or somebody not yet known. */
  shortName: z.string().nullable(),
  kind: z.string(),
  result: z.string(),
  objects: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type EventLogLine = z.infer<typeof EventLogLine>

export const EventLogFilter = z.strictObject({
  kind: typedText().max(60).nullable(),
  accountId: z.uuid().nullable(),
})
export type EventLogFilter = z.infer<typeof EventLogFilter>

const Line = z.int().nonnegative()
const Moment = z.iso.datetime({ offset: true })

/** Whether the lines hang together; who holds the file and its key can write them anew so that they do. */
export const ChainCheck = z.discriminatedUnion('intact', [
  z.strictObject({ intact: z.literal(true), lines: z.int().nonnegative() }),
  z.strictObject({
    intact: z.literal(false),
    sequence: Line,
    reason: z.enum(['changed', 'missing', 'shortened']),
  }),
])
export type ChainCheck = z.infer<typeof ChainCheck>

/** Somebody outside the database who remembers the log: a backup, by the moment it was made. */
export const LogSource = z.strictObject({ madeAt: Moment })

/** Where the log says something else than a copy remembers. */
export const LogContradiction = z.strictObject({
  source: LogSource,
  /** First line that is not as it was. */
  line: Line,
  /** `other`: the copy cannot be read any more, only what its list says is known. */
  what: z.enum(['missing', 'changed', 'added', 'other']),
  missing: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  added: z.int().nonnegative(),
})
export type LogContradiction = z.infer<typeof LogContradiction>

/** Lines a copy remembers and the log lawfully lacks: the database was restored, or went on without its last changes. */
export const LogGap = z.strictObject({
  source: LogSource,
  lines: z.int().positive(),
  /** The line of the log that tells of it. */
  line: Line,
  at: Moment,
})
export type LogGap = z.infer<typeof LogGap>

/**
 * What the log looks like from outside. `broken`: its lines do not hang together. `contradicted`: they do, and a copy
 * remembers others. `confirmed`: what remembers it agrees, up to a line. `unconfirmed`: nothing outside remembers it.
 */
export const LogCheck = z.strictObject({
  verdict: z.enum(['broken', 'contradicted', 'confirmed', 'unconfirmed']),
  chain: ChainCheck,
  /** The last line something outside agrees with. */
  confirmed: z.strictObject({ source: LogSource, line: Line, at: Moment }).nullable(),
  /** The most telling first. */
  contradictions: z.array(LogContradiction),
  gaps: z.array(LogGap),
  /** What could not be asked. */
  silent: z.strictObject({
    unsigned: z.int().nonnegative(),
    /** Their lists were changed, or another key made them. */
    notTrusted: z.int().nonnegative(),
    /** The folder of copies: not chosen, or out of reach. */
    folder: z.enum(['notSet', 'notReadable']).nullable(),
  }),
})
export type LogCheck = z.infer<typeof LogCheck>

/**
 * The log against the strip of a day sheet. `same`: the line is the one that was printed, and with it all before.
 * `restored`: it is not, and the database was restored on the day of the sheet or later: lawful where the sheet was
 * printed before that.
 */
export const SheetCheck = z.strictObject({
  verdict: z.enum(['same', 'other', 'missing', 'restored', 'broken']),
  line: Line,
  /** Of the line in the log; null where it is not there. */
  at: Moment.nullable(),
  /** Of `restored`: when, and the first line written since. */
  restored: z.strictObject({ at: Moment, line: Line }).nullable(),
  chain: ChainCheck,
})
export type SheetCheck = z.infer<typeof SheetCheck>

export const eventLog = {
  /** Newest first. Opening the log is itself logged: once per `viewId`, however many pages and filters follow. */
  list: allowed('head', 'administrator')
    .input(
      z.strictObject({
        /** Made by the page for each opening of the screen. */
        viewId: z.uuid(),
        filter: EventLogFilter,
        offset: z.int().nonnegative(),
        limit: z.int().positive().max(500),
      }),
    )
    .output(reply(z.strictObject({ total: z.int(), rows: z.array(EventLogLine) }))),
  /** Also against every copy of the backup folder. */
  verify: allowed('head', 'administrator').output(reply(LogCheck)),
  /** «Сверить с листом»: number, date and letters of the strip of a day sheet; a mistyped one accuses nobody. */
  compareSheet: allowed('head', 'administrator')
    .input(z.strictObject({ line: Line, day: z.iso.date(), code: typedText().trim().min(1).max(60) }))
    .output(reply(SheetCheck)),
}
