import * as z from 'zod'
import { RecordingState } from '../contract/recording-state.ts'
import { AlarmCode, RecorderView } from '../contract/workplace.ts'
import { OutcomeCode } from '../reception/event.ts'
import { ImportOrigin } from './import.ts'
import { GapCause, Verdict } from './slip.ts'

/** «Почему нет записи?»: everything that is known of the recording of one reception. */

/** What the recorder said of itself while the reception was open. */
export const RecorderNoteKind = z.enum(['armed', 'notArmed', 'alarmRaised', 'alarmCleared'])
export type RecorderNoteKind = z.infer<typeof RecorderNoteKind>

export const NotArmedReason = RecorderView.shape.notArmedBecause.unwrap()
export type NotArmedReason = z.infer<typeof NotArmedReason>

const Instant = z.iso.datetime({ offset: true })
/** Who was signed in at the screen that showed it; null = nobody. */
const ShownTo = z.string().nullable()

export const RecordingTale = z.strictObject({
  id: z.uuid(),
  state: RecordingState,
  verdict: Verdict.nullable(),
  startedAt: Instant,
  durationMs: z.number().nullable(),
  trouble: z.string().nullable(),
  destroyedOn: z.iso.date().nullable(),
  held: z.boolean(),
  /** Known once the recording is sealed. */
  parts: z.array(z.strictObject({ partNumber: z.int(), startedAt: Instant, durationMs: z.number() })),
  gaps: z.array(z.strictObject({ from: Instant, to: Instant, cause: GapCause })),
  seals: z.array(z.strictObject({ at: Instant, result: z.enum(['sealed', 'failed']) })),
  imported: ImportOrigin.nullable(),
})
export type RecordingTale = z.infer<typeof RecordingTale>

export const RecordingStory = z.strictObject({
  receptionId: z.uuid(),
  journalNumber: z.int(),
  shortName: z.string(),
  appointedAt: Instant,
  outcome: OutcomeCode.nullable(),
  /** What the regulation says of this outcome; null while there is none. */
  expected: z.enum(['expected', 'partial', 'notExpected']).nullable(),
  /** A file may still be added to it: the reception was begun or is over. */
  mayImport: z.boolean(),
  connectedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  armed: z.array(
    z.strictObject({ at: Instant, armed: z.boolean(), because: NotArmedReason.nullable(), shownTo: ShownTo }),
  ),
  alarms: z.array(
    z.strictObject({ code: AlarmCode, raisedAt: Instant, clearedAt: Instant.nullable(), shownTo: ShownTo }),
  ),
  recordings: z.array(RecordingTale),
})
export type RecordingStory = z.infer<typeof RecordingStory>
