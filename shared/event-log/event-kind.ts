import * as z from 'zod'
import { ExportFormat, ExportPurpose } from '../contract/journal-export.ts'
import type { FaultCode } from '../contract/reply.ts'
import { RoomProblem } from '../equipment/room-problem.ts'
import { OutcomeCode, ReceptionAction } from '../reception/event.ts'
import { Presence } from '../recording/presence.ts'

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
  /** An administrator's, at the sign-in, by whoever holds the recovery key; refused: another key. */
  'passwordResetByKey',
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
  /** A folder found on the disk, taken into the journal by a person. */
  'recordingAdopted',
  /** The film was found elsewhere than it was, changed, or back; where it is now is the result. */
  'recordingPresence',
  'journalRowViewed',
  'citizenViewed',
  'journalCorrected',
  'linkReused',
  'receptionMoved',
  'daySheetPrinted',
  'dayClosed',
  'dayReopened',
  'absenceNoted',
  'absenceWithdrawn',
  'attentionAnswered',
  'backupMade',
  'backupFailed',
  'backupRestored',
  /** Opened without its last changes, whose file could not be read. */
  'databaseWentOn',
  /** Local exception, imported year, working hours: what the terms are counted by. */
  'calendarExceptionDecided',
  'calendarImported',
  'scheduleChanged',
  'noticeMarked',
  'confirmationMarked',
  'cancellationToldMarked',
  /** What a person decided of a citizen's answer; the result says what. */
  'replyJudged',
  'replyTakenBack',
  'computerSuspended',
  'computerResumed',
  'screenLocked',
  'screenUnlocked',
  'computerShutDown',
  'equipmentDecided',
  'letterTaken',
  'letterImported',
  'letterViewed',
  'letterSetAside',
  'letterTakenBack',
  'mailboxSaved',
  'mailboxRemoved',
  'letterFolderChosen',
  'mappingProfileChanged',
  'noticeFormed',
  /** The mail server took it. */
  'noticeAccepted',
  /** Refused, bounced, or too late: a person is asked. */
  'noticeFailed',
  'noticeWithdrawn',
  'noticeResendAsked',
  'noticeSentByHand',
  'noticeToldByPhone',
  'noticeTemplateChanged',
  'outgoingServerChanged',
  'applicationCompleted',
  'receiptCorrected',
  'applicationAnnulled',
  'consentNoted',
  'applicationAppointed',
  /** Appointed against a rule; the result says which. */
  'appointmentOverruled',
  'repeatLinked',
  'topicSet',
  'authorisationGranted',
  'authorisationRevoked',
  /** A rejection (п. 2.7) on its way: given to the head, signed, given to the citizen. */
  'rejectionSubmitted',
  'rejectionWithdrawn',
  'rejectionSigned',
  'rejectionSent',
  'rejectionFileOpened',
  'abuseQuoteRevealed',
  'headTold',
  'documentTemplateChanged',
  /** The journal left the program; period, rows and purpose are among the objects, the format is the result. */
  'journalExported',
  'journalExportCancelled',
  /** Receptions of a colleague went to somebody else; `sequence` says how many. */
  'receptionsTakenOver',
  'telemostAccessChanged',
  'telemostLinkMade',
  'subjectRequestReceived',
  'subjectRequestAnswered',
  /** Raw letter or document details, by the program. */
  'letterErased',
  'documentErased',
  /** A person vouched for the clock, so that what cannot be undone goes on. */
  'clockConfirmed',
  'roomNotOpened',
  /** Words of a colleague in the note of a reception were replaced. */
  'noteOverwritten',
])
export type EventKind = z.infer<typeof EventKind>

/** The things an event is about: ids and positions, never names or numbers of documents. */
export const EventObjects = z.strictObject({
  applicationId: z.uuid().optional(),
  receptionId: z.uuid().optional(),
  recordingId: z.uuid().optional(),
  checkId: z.uuid().optional(),
  letterId: z.uuid().optional(),
  mailboxId: z.uuid().optional(),
  noticeId: z.uuid().optional(),
  subjectAccountId: z.uuid().optional(),
  sequence: z.int().nonnegative().optional(),
  exportId: z.uuid().optional(),
  /** Period of an export, local dates. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  rows: z.int().nonnegative().optional(),
  purpose: ExportPurpose.optional(),
  /** Of the manifest of a sealed recording, as its bytes lie on the disk. */
  manifestSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
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
  linkInUse: 'refusedLinkInUse',
  refusedByRule: 'refusedByRule',
} as const satisfies Partial<Record<FaultCode, string>>

/** How it ended or what it was, as a code from a closed list: free text could carry a name. */
export const EventResult = z.enum([
  'done',
  'refused',
  ...Object.values(refusalResults),
  /** Of a destruction asked for before its term: written by earlier versions, still read. */
  'refusedRetention',
  ...Presence.options,
  'identification',
  'correction',
  'control',
  'registration',
  'complaint',
  'request',
  'intact',
  'notIntact',
  /** Nothing outside remembers the log. */
  'unconfirmed',
  'sound',
  'doubtful',
  'damaged',
  'falseAlarm',
  'withoutCamera',
  'workplaceBusy',
  'outsideSchedule',
  'tooEarly',
  'notAuthorised',
  'videoConsentMissing',
  ...ExportFormat.options,
  'confirms',
  'declines',
  'neither',
  ...RoomProblem.options,
  ...OutcomeCode.options,
  ...actionKinds,
])
export type EventResult = z.infer<typeof EventResult>
