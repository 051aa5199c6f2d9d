import * as z from 'zod'
import { FaultError } from './fault-error.ts'

/** Stable codes of everything that can be refused. Texts may change, codes may not. */
export const FaultCode = z.enum([
  'badInput',
  'notAllowed',
  'notFound',
  'refusedByRule',
  'stale',
  'passwordWrong',
  'passwordChangeDue',
  'waitFirst',
  'linkRefused',
  'linkInUse',
  'recorderNotArmed',
  'recordingNotStarted',
  'noRoom',
  'held',
  'importRefused',
  'fileMissing',
  'notAvailableHere',
  'internal',
])
export type FaultCode = z.infer<typeof FaultCode>

export const Fault = z.strictObject({
  code: FaultCode,
  /** Russian, for the person at the screen: what happened, what was kept, what to do. */
  hint: z.string(),
  /** Input fields at fault, `a.b` → Russian message. */
  fields: z.record(z.string(), z.string()).optional(),
})
export type Fault = z.infer<typeof Fault>

/** Replies are values: a handler never answers `undefined` and never throws for a refusal it foresees. */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }
export const reply = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), fault: Fault }),
  ])

export const done = <T>(value: T): Reply<T> => ({ ok: true, value })
export const refused = (
  code: FaultCode,
  hint: string,
  fields?: Record<string, string>,
): { ok: false; fault: Fault } => ({
  ok: false,
  fault: fields ? { code, hint, fields } : { code, hint },
})

/** The value of a reply; throws FaultError on a fault. */
export async function unwrap<T>(answer: Promise<Reply<T>> | Reply<T>): Promise<T> {
  const settled = await answer
  if (settled.ok) return settled.value
  throw new FaultError(settled.fault)
}
