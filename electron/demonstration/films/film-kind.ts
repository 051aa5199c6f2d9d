import * as z from 'zod'

/** What a recording of the demonstration shows: a talk as it should be, and what an office meets sooner or later. */
export const FilmKind = z.enum([
  'whole',
  'documentShown',
  /** The recorder was lost for some seconds; the reason stands in the reception's history. */
  'broken',
  /** The citizen writes in the chat: one of the two voices is not there. */
  'citizenSilent',
  'overtime',
  /** Telemost recorded; its file was added by hand. */
  'imported',
  /** Sealed whole, and one byte of the file changed afterwards. */
  'altered',
  /** Sealed whole, and the file taken away afterwards. */
  'missing',
])
export type FilmKind = z.infer<typeof FilmKind>

/** A recording the demonstration makes at its first start; `recordingId` is null where another program made the file. */
export const PromisedFilm = z.strictObject({
  kind: FilmKind,
  receptionId: z.uuid(),
  recordingId: z.uuid().nullable(),
})
export type PromisedFilm = z.infer<typeof PromisedFilm>
