import * as z from 'zod'
import { Hold, holdGroundsByHand } from '../recording/hold.ts'
import { ImportFacts, ImportOrigin } from '../recording/import.ts'
import { Presence } from '../recording/presence.ts'
import { ForeignOrigin, Slip, Verdict } from '../recording/slip.ts'
import { RecordingStory } from '../recording/story.ts'
import { Viewing, ViewingReason, ViewingRule } from '../recording/viewing.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { RecordingState } from './recording-state.ts'
import { reply } from './reply.ts'

export const RecordingCard = z.strictObject({
  id: z.uuid(),
  receptionId: z.uuid(),
  journalNumber: z.int(),
  shortName: z.string(),
  startedAt: z.iso.datetime({ offset: true }),
  durationMs: z.number().nullable(),
  state: RecordingState,
  verdict: Verdict.nullable(),
  /** Where its film is; null: not sealed, or not looked at yet. */
  presence: Presence.nullable(),
  retainUntil: z.iso.date(),
  daysLeft: z.int(),
  /** null where this program recorded. */
  origin: ForeignOrigin.nullable(),
  /** Stands under «запрет уничтожения». */
  held: z.boolean(),
  /** When the caller last opened it; null = never. */
  seenAt: z.iso.datetime({ offset: true }).nullable(),
})
export type RecordingCard = z.infer<typeof RecordingCard>

export const RecordingDetail = z.strictObject({
  card: RecordingCard,
  slip: Slip.nullable(),
  trouble: z.string().nullable(),
  /** Oldest first, released ones too. */
  holds: z.array(Hold),
  imported: ImportOrigin.nullable(),
  /** How the caller may look at it now. */
  viewing: ViewingRule,
})
export type RecordingDetail = z.infer<typeof RecordingDetail>

const Id = z.strictObject({ recordingId: z.uuid() })
const ImportId = z.strictObject({ importId: z.uuid() })
const Reason = typedText().trim().min(1).max(500)

export const recordings = {
  list: allowed('specialist', 'head')
    .input(z.strictObject({ offset: z.int().nonnegative(), limit: z.int().positive().max(500) }))
    .output(reply(z.strictObject({ total: z.int(), rows: z.array(RecordingCard) }))),
  detail: allowed('specialist', 'head').input(Id).output(reply(RecordingDetail)),
  /**
   * Logs the view and answers the address the player may read (ranges). Who did not hold the reception says why; after
   * the days of the settings a specialist is answered `notAllowed`.
   */
  play: allowed('specialist', 'head')
    .input(Id.extend({ reason: ViewingReason.nullable() }))
    .output(reply(z.strictObject({ url: z.string() }))),
  /** Shows the document in the picture: an act of its own, with its reason, in the event log. */
  uncover: allowed('specialist', 'head')
    .input(Id.extend({ reason: ViewingReason }))
    .output(reply(z.null())),
  /** Who looked at it, newest first, at most the last 200. */
  viewings: allowed('specialist', 'head')
    .input(Id)
    .output(reply(z.array(Viewing))),
  /** Reads the file again and compares its hash with the one of its seal; only a file that differs is decoded anew. */
  verify: allowed('specialist', 'head', 'technician')
    .input(Id)
    .output(
      reply(
        z.strictObject({
          intact: z.boolean(),
          sha256: z.string(),
          checkedAt: z.iso.datetime({ offset: true }),
          /** null: the bytes are those that were decoded for the slip. */
          decodeErrors: z.int().nullable(),
        }),
      ),
    ),
  /** «Запрет уничтожения». */
  hold: allowed('specialist', 'head')
    .input(Id.extend({ ground: z.enum(holdGroundsByHand), reason: Reason }))
    .output(reply(z.null())),
  release: allowed('head')
    .input(z.strictObject({ holdId: z.uuid(), reason: Reason }))
    .output(reply(z.null())),
  /** «Почему нет записи?»: what is known of the recording of one reception. */
  story: allowed('specialist', 'head')
    .input(z.strictObject({ receptionId: z.uuid() }))
    .output(reply(RecordingStory)),

  /** Opens an upload address for a file made by Telemost's own recorder. Nothing is kept before `acceptImport`. */
  beginImport: allowed('specialist', 'head')
    .input(
      z.strictObject({
        receptionId: z.uuid(),
        fileName: typedText().min(1).max(255),
        byteLength: z.int().positive().max(Number.MAX_SAFE_INTEGER),
      }),
    )
    .output(reply(z.strictObject({ importId: z.uuid(), url: z.string() }))),
  /** Reads the uploaded file whole; a file that cannot be a recording is refused and forgotten. */
  checkImport: allowed('specialist', 'head').input(ImportId).output(reply(ImportFacts)),
  /** Takes the checked file over; `despite` names every warning the person has read. */
  acceptImport: allowed('specialist', 'head')
    .input(ImportId.extend({ despite: ImportFacts.shape.warnings }))
    .output(reply(z.strictObject({ recordingId: z.uuid() }))),
  cancelImport: allowed('specialist', 'head').input(ImportId).output(reply(z.null())),
}

/** Path of an upload on the page's own origin. */
export const importPath = (token: string): string => `/imports/${token}`
