import * as z from 'zod'
import { ApplicationStatus } from '../applications/application-status.ts'
import { MissingField, RegistrationFields } from '../applications/registration-fields.ts'
import { Topic } from '../applications/topics.ts'
import { ReceiptSource } from '../mailroom/receipt-source.ts'
import type { ReceptionStepName } from '../reception/state.ts'
import { typedText } from '../text/text-schema.ts'
import { ApplicationCard, ApplicationTerms } from './application-card.ts'
import { Appointed, Appointment } from './appointments.ts'

const Moment = z.iso.datetime({ offset: true })

/**
 * `letterId`: the letter it came by; then its receipt is the receipt of the application (п. 2.4). `appointment`: the
 * citizen is received at once (somebody who calls); null = it is considered later.
 */
export const NewRegistration = z.strictObject({
  /** Of one form on one page: sent again, it is answered with the application that it registered. */
  requestId: z.uuid().optional(),
  letterId: z.uuid().nullable(),
  fields: RegistrationFields,
  appointment: Appointment.omit({ applicationId: true }).nullable().default(null),
  /**
   * Why the day of receipt is another one than the letter's own: only with it the entered day counts. Of a letter nobody
   * knows the receipt of, the entered day counts without it.
   */
  receiptReason: typedText().trim().max(300, 'Слишком длинно').optional(),
})
/** As a caller gives it. */
export type NewRegistration = z.input<typeof NewRegistration>

export const Registered = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int(),
  /** null: no reception was asked for. */
  appointed: Appointed.nullable(),
})
export type Registered = z.infer<typeof Registered>

/** The day of receipt put right; terms are counted anew (п. 2.4). */
export const ReceiptCorrection = z.strictObject({
  applicationId: z.uuid(),
  /** Local date of the body. */
  receivedOn: z.iso.date('Дата поступления: ДД.ММ.ГГГГ'),
  reason: typedText().trim().min(3, 'Укажите причину').max(300, 'Слишком длинно'),
})
export type ReceiptCorrection = z.infer<typeof ReceiptCorrection>

/** What became known later; only fields named here change. Name and topic only where they were missing. */
export const Completion = z.strictObject({
  applicationId: z.uuid(),
  fields: RegistrationFields.omit({
    consentPersonalData: true,
    consentVideo: true,
    channel: true,
    receivedOn: true,
    formSubmittedAt: true,
  })
    .partial()
    .refine(fields => Object.keys(fields).length > 0, 'Ничего не изменено'),
  /** How it became known. */
  basis: typedText().trim().min(1, 'Укажите, откуда это стало известно').max(300, 'Слишком длинно'),
})
export type Completion = z.infer<typeof Completion>

export const ConsentKind = z.enum(['personalData', 'video'])
export type ConsentKind = z.infer<typeof ConsentKind>

/** One record of a consent; the last one of a kind counts. */
export const ConsentRecord = z.strictObject({
  kind: ConsentKind,
  state: z.enum(['given', 'notGiven', 'withdrawn']),
  /** The words it was given in, or how it became known. */
  wording: z.string(),
  occurredAt: Moment,
  authorName: z.string(),
})
export type ConsentRecord = z.infer<typeof ConsentRecord>

export const NewConsent = z.strictObject({
  applicationId: z.uuid(),
  kind: ConsentKind,
  state: z.enum(['given', 'notGiven']),
  wording: typedText().trim().min(1, 'Укажите, кто и как сообщил').max(500, 'Слишком длинно'),
  /** Local date and time of the body. */
  occurredLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм'),
})
export type NewConsent = z.infer<typeof NewConsent>

/** Something decided or done on an application, oldest first. */
export const MatterEvent = z.strictObject({
  kind: z.enum([
    'registered',
    'annulled',
    'completed',
    'receipt',
    'consent',
    'appointed',
    'rejected',
    'cancelled',
    'notice',
    'moved',
    'told',
  ]),
  at: Moment,
  authorName: z.string(),
  /** Russian; without what a page must not hold unasked. */
  text: z.string(),
})
export type MatterEvent = z.infer<typeof MatterEvent>

/** An earlier application of the same person (name and date of birth). */
export const EarlierApplication = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int().positive(),
  journalYear: z.int(),
  receivedOn: z.iso.date(),
  topic: z.string(),
  /** The words of both topics are the same for the most part. */
  sameTopic: z.boolean(),
  status: ApplicationStatus,
  /** Column 7 of the journal. */
  result: z.string(),
})
export type EarlierApplication = z.infer<typeof EarlierApplication>

/** The application with everything that is considered on it. */
export const ApplicationMatter = z.strictObject({
  card: ApplicationCard,
  status: ApplicationStatus,
  receivedAt: Moment.nullable(),
  /** Who says on which day it was received. */
  receiptSource: ReceiptSource,
  formSubmittedAt: Moment.nullable(),
  letterId: z.uuid().nullable(),
  registrarName: z.string(),
  registeredAt: Moment,
  missing: z.array(MissingField),
  consents: z.array(ConsentRecord),
  topic: z.strictObject({ chosen: Topic.nullable(), guessed: Topic.nullable() }),
  reception: z
    .strictObject({
      id: z.uuid(),
      step: z.custom<ReceptionStepName>(value => typeof value === 'string'),
      appointedAt: Moment,
      specialistName: z.string(),
      hasLink: z.boolean(),
    })
    .nullable(),
  terms: ApplicationTerms,
  history: z.array(MatterEvent),
  earlier: z.array(EarlierApplication),
  previousApplicationId: z.uuid().nullable(),
})
export type ApplicationMatter = z.infer<typeof ApplicationMatter>
