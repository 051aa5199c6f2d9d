import * as z from 'zod'
import type { FaultCode } from '../contract/reply.ts'
import { OutcomeCode, ReceptionAction } from '../reception/event.ts'

/** What the event log (журнал регистрации событий) speaks of. Words for the screen are the page's. */
export const EventKind = z.enum([
  'firstRun',
  'recoveryKeyMade',
  'applicationRegistered',
  'documentRevealed',
  'linkChanged',
  'receptionEvent',
  /** A reception was closed; the result is its outcome. Until version 0.1.0 a `receptionEvent` said that too. */
  'receptionClosed',
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
  'journalRowViewed',
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
  /** Local exception, imported year, working hours: what the terms are counted by. */
  'calendarExceptionDecided',
  'calendarImported',
  'scheduleChanged',
  'noticeMarked',
  'confirmationMarked',
  'computerSuspended',
  'computerResumed',
  'screenLocked',
  'screenUnlocked',
  'computerShutDown',
  'equipmentDecided',
  /** Receptions of a colleague went to somebody else; `sequence` says how many. */
  'receptionsTakenOver',
  'telemostAccessChanged',
  'telemostLinkMade',
  'subjectRequestReceived',
  'subjectRequestAnswered',
  /** Raw letter or document details, by the program. */
  'letterErased',
  'documentErased',
])
export type EventKind = z.infer<typeof EventKind>

/** The things an event is about: ids and positions, never names or numbers of documents. */
export const EventObjects = z.strictObject({
  applicationId: z.uuid().optional(),
  receptionId: z.uuid().optional(),
  recordingId: z.uuid().optional(),
  checkId: z.uuid().optional(),
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

/** Refusals that are written down, by their fault; all others (a slip of the hand, an outdated page) are not. */
export const refusalResults = {
  notAllowed: 'refusedNotAllowed',
  held: 'refusedHeld',
  retentionInForce: 'refusedRetention',
  linkInUse: 'refusedLinkInUse',
  refusedByRule: 'refusedByRule',
} as const satisfies Partial<Record<FaultCode, string>>

/** How it ended or what it was, as a code from a closed list: free text could carry a name. */
export const EventResult = z.enum([
  'done',
  'refused',
  ...Object.values(refusalResults),
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
  'falseAlarm',
  'withoutCamera',
  ...OutcomeCode.options,
  ...actionKinds,
])
export type EventResult = z.infer<typeof EventResult>
