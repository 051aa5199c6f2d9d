import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'

/** What a letter is, as far as its head and its text say; a person may decide otherwise. */
export const LetterKind = z.enum([
  /** Fields of п. 2.2 were found in it. */
  'application',
  /** Answers a letter of ours. */
  'reply',
  /** Written by a machine: never counts as a confirmation. */
  'autoReply',
  /** RFC 3464: a letter of ours did not arrive, or was late. */
  'bounce',
  'other',
])
export type LetterKind = z.infer<typeof LetterKind>

/** Fields of п. 2.2 as a letter names them, in its order. */
export const FieldName = z.enum([
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'documentKind',
  'documentSeries',
  'documentNumber',
  'documentIssuedBy',
  'documentIssuedOn',
  'address',
  'addressKind',
  'body',
  'consentPersonalData',
  'consentVideo',
  'topic',
  'phone',
  'email',
  'formSubmittedAt',
])
export type FieldName = z.infer<typeof FieldName>

/** One field: what stood in the letter, and what it was understood as. */
export const ReadField = z.strictObject({
  name: FieldName,
  /** As written; several lines are kept. */
  raw: z.string(),
  /**
   * ISO date for dates, ISO instant or local date and time for formSubmittedAt, E.164 for phones, 'residence' | 'stay',
   * 'given' | 'notGiven' for consents, else the trimmed text; null where it was not understood.
   */
  value: z.string().nullable(),
  /** Russian: what is wrong and what to do; null = nothing. */
  problem: z.string().nullable(),
})
export type ReadField = z.infer<typeof ReadField>

/** The application a letter holds, complete or not. */
export const ReadApplication = z.strictObject({
  fields: z.array(ReadField),
  /** Mandatory fields of п. 2.2 that were not found. */
  missing: z.array(FieldName),
  /** «Поле: значение» whose name no profile knows: shown, never guessed. */
  unknown: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Mapping profile that understood it; null = the program's own. */
  profileId: z.string().nullable(),
})
export type ReadApplication = z.infer<typeof ReadApplication>

/** What a bounce says of a letter of ours (RFC 3464). */
export const DeliveryReport = z.strictObject({
  action: z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']),
  /** Enhanced status, «5.1.1»; empty where none was given. */
  status: z.string(),
  /** Message-ID of the letter it is about, with its angle brackets. */
  originalMessageId: z.string().nullable(),
  /** Of the envelope it was sent in (RFC 3461): the id of our notice, where the server gives it back. */
  envelopeId: z.string().optional(),
})
export type DeliveryReport = z.infer<typeof DeliveryReport>

/** What a reply seems to say; a person decides (п. 2.5). */
export const ReplyReading = z.strictObject({
  proposal: z.enum(['confirms', 'declines', 'unclear']),
  /** The words it was read from; empty where unclear. */
  words: z.string(),
})
export type ReplyReading = z.infer<typeof ReplyReading>

/** Why a letter is shown only in part. */
export const LetterWarning = z.enum([
  'tooBig',
  'tooDeep',
  'archiveNotOpened',
  'executableAttachment',
  'brokenEncoding',
  'remotePictures',
  'script',
  'truncated',
  /** winmail.dat, an encrypted or a closed signed letter: its content is not opened here. */
  'closedContainer',
  /** The letter could not be taken apart: its text is shown as it came. */
  'notSplit',
  /** A file is called a consent: a person opens it and marks what it says. */
  'consentAttached',
])
export type LetterWarning = z.infer<typeof LetterWarning>

/** A letter made safe to look at: plain text only, nothing of it is ever run, fetched or opened. */
export const LetterReading = z.strictObject({
  kind: LetterKind,
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  /** Date header as an instant; null where it is missing or nonsense. */
  headerAt: z.string().nullable(),
  messageId: z.string().nullable(),
  /** In-Reply-To and References, the nearest first. */
  answers: z.array(z.string()),
  text: z.string(),
  attachments: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), byteLength: z.int().nonnegative() })),
  warnings: z.array(LetterWarning),
  application: ReadApplication.nullable(),
  reply: ReplyReading.nullable(),
  report: DeliveryReport.nullable(),
})
export type LetterReading = z.infer<typeof LetterReading>

/** How one site calls the fields: synonyms beside the program's own. */
export const MappingProfile = z.strictObject({
  profileId: z.uuid(),
  name: typedText().trim().min(1).max(100),
  /** Used for letters whose sender ends so («@mintrud.example.ru»); empty = for all. */
  senderEnds: typedText().trim().max(200),
  /** Labels of a field, compared without case, dots and colons. */
  labels: z.partialRecord(FieldName, z.array(typedText().trim().min(1).max(200))),
})
export type MappingProfile = z.infer<typeof MappingProfile>
