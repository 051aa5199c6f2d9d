import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { interruptionGrounds, outcomeCodes } from './codes.ts'

/**
 * What can happen to one reception. A closed union: the events are stored as they are and the state is their
 * fold (see next.ts). Clauses are those of order № 121.
 */

/** The three things that must be there within 10 minutes of the appointed time (п. 3.12 абз. 2). */
export const Lamp = z.enum(['connected', 'audible', 'documentShown'])
export type Lamp = z.infer<typeof Lamp>

/** How the citizen shows the identity document (п. 3.7). */
export const ShowingMethod = z.enum(['screen', 'camera', 'both'])
export type ShowingMethod = z.infer<typeof ShowingMethod>

/** Results of the identification step (пп. 3.7–3.9, 3.12 абз. 3). */
export const IdentificationResult = z.enum(['established', 'technicallyImpossible', 'refusedToShow', 'notPassed'])
export type IdentificationResult = z.infer<typeof IdentificationResult>

/** Grounds on which a specialist may interrupt a reception (пп. 3.9, 3.12). */
export const InterruptionGround = z.enum(interruptionGrounds)
export type InterruptionGround = z.infer<typeof InterruptionGround>

/** Every way a reception can end; the keys of the outcomes in the regulation file. */
export const OutcomeCode = z.enum(outcomeCodes)
export type OutcomeCode = z.infer<typeof OutcomeCode>

/** Result of a phone call: of п. 3.5 (another time), or of the wait (`willConnect`: «сейчас подключится»). */
export const CallResult = z.enum(['agreed', 'declined', 'notReached', 'willConnect'])
export type CallResult = z.infer<typeof CallResult>

/** Reasons for another time; only `fault` is п. 3.5, the others are decisions with an author. */
export const MoveReason = z.enum(['fault', 'specialistReplaced', 'citizenAsked'])
export type MoveReason = z.infer<typeof MoveReason>

/** What the citizen uses, and what has to be set up on it: the cards of «Помочь подключиться». */
export const HelpDevice = z.enum(['android', 'iphone', 'computer'])
export type HelpDevice = z.infer<typeof HelpDevice>
export const HelpTopic = z.enum(['sound', 'camera', 'screen', 'document'])
export type HelpTopic = z.infer<typeof HelpTopic>

/** How the link reached the citizen once more. */
export const LinkWay = z.enum(['clipboard', 'dictated'])
export type LinkWay = z.infer<typeof LinkWay>

/** How the citizen and the specialist talk; anything but `voice` switches the microphone lamp of п. 3.12 off. */
export const ContactMeans = z.enum(['voice', 'chat', 'interpreter'])
export type ContactMeans = z.infer<typeof ContactMeans>

export const EmergencyService = z.enum(['112', '103'])
export type EmergencyService = z.infer<typeof EmergencyService>

const Instant = z.iso.datetime({ offset: true })
const ShortText = typedText().trim().min(1).max(500)
const LongText = typedText().trim().min(1).max(4000)

/** The event itself, without its envelope; this is also what a page may send. */
export const ReceptionAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('roomOpened') }),
  z.strictObject({ kind: z.literal('lampLit'), lamp: Lamp }),
  z.strictObject({ kind: z.literal('citizenConnected') }),
  z.strictObject({ kind: z.literal('noticeGiven') }),
  z.strictObject({ kind: z.literal('noticeRepeated') }),
  z.strictObject({ kind: z.literal('documentShown'), method: ShowingMethod }),
  z.strictObject({ kind: z.literal('documentRemoved') }),
  z.strictObject({
    kind: z.literal('identified'),
    result: IdentificationResult,
    method: ShowingMethod.nullable(),
    /** What was compared: лицо · ФИО · дата рождения · номер. */
    matched: z.strictObject({
      face: z.boolean(),
      fullName: z.boolean(),
      birthDate: z.boolean(),
      documentNumber: z.boolean(),
    }),
    reason: ShortText.nullable(),
  }),
  z.strictObject({ kind: z.literal('continuedWithoutPersonalInformation') }),
  z.strictObject({
    kind: z.literal('extended'),
    minutes: z.int().positive().max(60),
    reason: ShortText,
    /** Set where the minutes give back what our own outage took. */
    forOutage: z.literal(true).optional(),
  }),
  /** Another reason for an extension already decided; `index` counts the extensions from 0. */
  z.strictObject({ kind: z.literal('extensionExplained'), index: z.int().nonnegative(), reason: ShortText }),
  /** Asked about the overtime at closing, the specialist decided not to extend. */
  z.strictObject({ kind: z.literal('overtimeLeft') }),
  z.strictObject({ kind: z.literal('connectionLost') }),
  z.strictObject({ kind: z.literal('connectionRestored') }),
  z.strictObject({ kind: z.literal('warningGiven') }),
  z.strictObject({ kind: z.literal('interrupted'), ground: InterruptionGround, reason: ShortText.nullable() }),
  z.strictObject({ kind: z.literal('faultFound'), description: ShortText }),
  z.strictObject({ kind: z.literal('faultCleared') }),
  /** «Другое рабочее место»: where the citizen is received instead; the id where it is one of the body's list. */
  z.strictObject({
    kind: z.literal('heldElsewhere'),
    place: typedText().trim().min(1).max(100),
    workplaceId: z.uuid().nullable(),
  }),
  z.strictObject({ kind: z.literal('phoneCalled'), result: CallResult, agreedTime: Instant.nullable() }),
  z.strictObject({ kind: z.literal('helpGiven'), device: HelpDevice, topic: HelpTopic }),
  z.strictObject({ kind: z.literal('linkSent'), way: LinkWay }),
  z.strictObject({ kind: z.literal('contactMeansSet'), means: ContactMeans }),
  /** Somebody else is with the citizen and hears personal data; `who` says what they are («дочь»), not their name. */
  z.strictObject({
    kind: z.literal('personPresent'),
    who: typedText().trim().min(1).max(100),
    citizenConsents: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('personLeft'), who: typedText().trim().min(1).max(100) }),
  z.strictObject({ kind: z.literal('headInformed') }),
  /** The address of the application was opened for an emergency service. */
  z.strictObject({ kind: z.literal('addressRevealed') }),
  z.strictObject({ kind: z.literal('emergencyServiceCalled'), service: EmergencyService }),
  z.strictObject({ kind: z.literal('recordingRefused') }),
  z.strictObject({ kind: z.literal('endedByCitizen') }),
  z.strictObject({ kind: z.literal('emergencyDeclared') }),
  z.strictObject({ kind: z.literal('talkEnded') }),
  /** After the talk: nobody is left in the room when the next citizen comes. */
  z.strictObject({ kind: z.literal('citizenLeftRoom') }),
  /** After a refused recording: the citizen was told of the right to come in person or to write. */
  z.strictObject({ kind: z.literal('rightsExplained') }),
  z.strictObject({
    kind: z.literal('closed'),
    outcome: OutcomeCode,
    /** Column 7 of the journal, word for word. */
    resultText: LongText,
    needsWrittenReply: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('reopened'), reason: ShortText }),
  z.strictObject({ kind: z.literal('cancelled'), reason: z.enum(['refused', 'notConfirmed']) }),
  z.strictObject({ kind: z.literal('moving'), reason: MoveReason }),
  z.strictObject({ kind: z.literal('moved'), toReceptionId: z.uuid() }),
  z.strictObject({ kind: z.literal('reassigned'), specialistId: z.uuid() }),
  /** A tick taken back within the undo time; the event named by sequence drops out of the fold. */
  z.strictObject({ kind: z.literal('tickUndone'), sequence: z.int().nonnegative() }),
  /** The time of an earlier event put right; the event keeps its place in the fold. */
  z.strictObject({ kind: z.literal('timeCorrected'), sequence: z.int().nonnegative(), occurredAt: Instant }),
  /** Written by the program itself after a kill, a power cut or sleep: nothing was on watch in between. */
  z.strictObject({
    kind: z.literal('workInterrupted'),
    from: Instant,
    cause: z.enum(['restart', 'recorderLost', 'sleep']),
  }),
])
export type ReceptionAction = z.infer<typeof ReceptionAction>
export type ReceptionActionKind = ReceptionAction['kind']

/** Where a fact comes from; a fact entered later than it happened shows «внесено позже». */
export const EventSource = z.enum(['hand', 'phone', 'letter', 'program'])
export type EventSource = z.infer<typeof EventSource>
/** The sources a person may name; `program` is the program's own. */
export const ManualSource = EventSource.exclude(['program'])
export type ManualSource = z.infer<typeof ManualSource>

/** An action with who, when it happened, and when it was written down. */
export const ReceptionEvent = z.strictObject({
  /** Place in the history of this reception, from 0 without holes. */
  sequence: z.int().nonnegative(),
  occurredAt: Instant,
  recordedAt: Instant,
  authorId: z.uuid(),
  source: EventSource,
  action: ReceptionAction,
})
export type ReceptionEvent = z.infer<typeof ReceptionEvent>
