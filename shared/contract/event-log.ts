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

/** Whether every line still is as it was written. */
export const ChainCheck = z.discriminatedUnion('intact', [
  z.strictObject({ intact: z.literal(true), lines: z.int().nonnegative() }),
  z.strictObject({
    intact: z.literal(false),
    sequence: z.int().nonnegative(),
    reason: z.enum(['changed', 'missing', 'shortened']),
  }),
])
export type ChainCheck = z.infer<typeof ChainCheck>

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
  verify: allowed('head', 'administrator').output(reply(ChainCheck)),
}
