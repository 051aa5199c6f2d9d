import * as z from 'zod'

/** What a body decides of one day against the production calendar; `asCalendar` takes such a decision back. */
export const ExceptionKind = z.enum(['off', 'short', 'working', 'asCalendar'])
export type ExceptionKind = z.infer<typeof ExceptionKind>

/** A local exception: «Радоница – выходной», by a document of the body or of the region. */
export const LocalException = z.strictObject({ date: z.iso.date(), kind: ExceptionKind })
export type LocalException = z.infer<typeof LocalException>
