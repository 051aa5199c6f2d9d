import * as z from 'zod'
import { OutcomeCode, ReceptionAction } from '../reception/event.ts'

/** What the event log (журнал регистрации событий) speaks of. Words for the screen are the page's. */
export const EventKind = z.enum([
  'firstRun',
  'recoveryKeyMade',
  'applicationRegistered',
  'documentRevealed',
  'linkChanged',
  'receptionEvent',
  'recordingStarted',
  'recordingSealed',
  'recordingSealFailed',
  'recordingViewed',
  'recordingVerified',
  'recordingDestroyed',
  'destructionRefused',
  'signedIn',
  'signInRefused',
  'signedOut',
  'locked',
  'passwordChanged',
  'passwordReset',
  'accountAdded',
  'accountChanged',
  'accountDisabled',
  'settingsChanged',
  'eventLogViewed',
  'callRefused',
  'documentUncovered',
  'recordingHeld',
  'recordingReleased',
  'recordingImported',
  'journalCorrected',
  'linkReused',
  'receptionMoved',
  'daySheetPrinted',
  'dayClosed',
  'dayReopened',
  'attentionAnswered',
  'backupMade',
  'backupFailed',
  'backupRestored',
])
export type EventKind = z.infer<typeof EventKind>

/** The things an event is about: ids and positions, never names or numbers of documents. */
export const EventObjects = z.strictObject({
  applicationId: z.uuid().optional(),
  receptionId: z.uuid().optional(),
  recordingId: z.uuid().optional(),
  subjectAccountId: z.uuid().optional(),
  sequence: z.int().nonnegative().optional(),
  /** Name of a refused call of the contract. */
  call: z
    .string()
    .regex(/^[A-Za-z]+\.[A-Za-z]+$/)
    .optional(),
})
export type EventObjects = z.infer<typeof EventObjects>

const actionKinds = ReceptionAction.options.map(option => option.shape.kind.value)

/** How it ended or what it was, as a code from a closed list: free text could carry a name. */
export const EventResult = z.enum([
  'done',
  'refused',
  'identification',
  'correction',
  'control',
  'complaint',
  'request',
  'intact',
  'notIntact',
  'sound',
  'doubtful',
  'damaged',
  ...OutcomeCode.options,
  ...actionKinds,
])
export type EventResult = z.infer<typeof EventResult>
