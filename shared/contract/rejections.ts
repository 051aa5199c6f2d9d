import * as z from 'zod'
import { RejectionGround } from '../rejections/ground.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Instant = z.iso.datetime({ offset: true })
const text = (max: number) => typedText().trim().min(1, 'Заполните поле').max(max, 'Слишком длинно')

/** A decision before it is signed. What is typed of it is kept version by version. */
export const RejectionDraft = z.strictObject({
  grounds: z
    .array(RejectionGround)
    .min(1, 'Выберите хотя бы одно основание')
    .refine(grounds => new Set(grounds).size === grounds.length, 'Основание выбрано дважды'),
  /** Why the grounds are there, in the body's words; goes into the decision. */
  reasoning: text(2000),
  /** The application or reception that was answered before; one of `earlier`. */
  earlierId: z.uuid().nullable(),
  /** A written answer, by its number and date. */
  earlierWritten: typedText().trim().max(500, 'Слишком длинно'),
  citizenDative: text(300),
  gender: z.enum(['male', 'female'], 'Укажите: проживающему или проживающей'),
  address: text(500),
  signatoryName: text(200),
  executorName: text(200),
  executorPhone: text(50),
  /** Local date; null is left to be written by hand. */
  decidedOn: z.iso.date('Дата: ДД.ММ.ГГГГ').nullable(),
})
export type RejectionDraft = z.infer<typeof RejectionDraft>

export const RejectionFile = z.strictObject({
  position: z.int().nonnegative(),
  role: z.enum(['decision', 'signature']),
  name: z.string(),
  mediaType: z.string(),
  byteLength: z.int().nonnegative(),
})
export type RejectionFile = z.infer<typeof RejectionFile>

/** none → draft ⇄ toSign → signed → sent. */
export const RejectionState = z.enum(['none', 'draft', 'toSign', 'signed', 'sent'])
export type RejectionState = z.infer<typeof RejectionState>

/** Everything the dialog needs of one application. */
export const Rejection = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int().positive(),
  receivedOn: z.iso.date(),
  /** Nominative: to be told by a person how it is declined where the gender is unknown. */
  person: z.strictObject({ familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable() }),
  topic: z.string(),
  hasEmail: z.boolean(),
  state: RejectionState,
  /** Why it cannot be rejected, Russian; null = it can. */
  whyNot: z.string().nullable(),
  /** The last version, or what the program suggests for a first one. */
  draft: RejectionDraft.extend({
    // A suggestion may have nothing in it yet.
    grounds: z.array(RejectionGround),
    reasoning: z.string(),
    citizenDative: z.string(),
    gender: z.enum(['male', 'female']).nullable(),
    address: z.string(),
    signatoryName: z.string(),
    executorName: z.string(),
    executorPhone: z.string(),
  }),
  hasQuote: z.boolean(),
  headTold: z.boolean(),
  /** Earlier applications and receptions of the same person. */
  earlier: z.array(z.strictObject({ id: z.uuid(), text: z.string() })),
  signing: z
    .strictObject({
      kind: z.enum(['scan', 'detached']),
      decidedOn: z.iso.date(),
      signedAt: Instant,
      byName: z.string(),
      files: z.array(RejectionFile),
    })
    .nullable(),
  dispatch: z
    .strictObject({ way: z.enum(['email', 'other']), note: z.string(), givenOn: z.iso.date(), at: Instant })
    .nullable(),
})
export type Rejection = z.infer<typeof Rejection>

/** «На подписи»: what waits for a signature, or for being sent. */
export const SigningItem = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int().positive(),
  shortName: z.string(),
  grounds: z.array(RejectionGround),
  state: z.enum(['toSign', 'signed']),
  byName: z.string(),
  at: Instant,
})
export type SigningItem = z.infer<typeof SigningItem>

/** A file for the person's own folder, or on its way in. */
const PaperFile = z.strictObject({ name: typedText().trim().min(1).max(255), base64: z.base64() })
export const MadePaper = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })
export type MadePaper = z.infer<typeof MadePaper>

export const NewSigning = z.discriminatedUnion('kind', [
  /** Signed on paper: the whole decision as PDF, JPEG or PNG. */
  z.strictObject({
    kind: z.literal('scan'),
    applicationId: z.uuid(),
    decidedOn: z.iso.date('Дата: ДД.ММ.ГГГГ'),
    decision: PaperFile,
  }),
  /** Signed electronically: the PDF and its detached signature. */
  z.strictObject({
    kind: z.literal('detached'),
    applicationId: z.uuid(),
    decidedOn: z.iso.date('Дата: ДД.ММ.ГГГГ'),
    decision: PaperFile,
    signature: PaperFile,
  }),
])
export type NewSigning = z.infer<typeof NewSigning>

/** The Word template of Annex 2. */
export const TemplateState = z.strictObject({
  /** The body's own; null = the program's. */
  own: z.strictObject({ byName: z.string(), at: Instant }).nullable(),
  tags: z.array(z.strictObject({ tag: z.string(), meaning: z.string() })),
})
export type TemplateState = z.infer<typeof TemplateState>

const ById = z.strictObject({ applicationId: z.uuid() })
const desk = allowed('specialist', 'head')

export const rejections = {
  ofApplication: desk.input(ById).output(reply(Rejection)),
  /** A new version of the draft; `quote` is kept apart from it, null leaves the former one. */
  save: desk
    .input(
      ById.extend({ draft: RejectionDraft, quote: typedText().trim().max(2000).nullable(), forSigning: z.boolean() }),
    )
    .output(reply(Rejection)),
  /** Back from signing, or given up: nothing was decided. */
  withdraw: desk.input(ById).output(reply(Rejection)),
  /** Annex 2 of the last version, filled in. */
  paper: desk.input(ById.extend({ format: z.enum(['docx', 'pdf']) })).output(reply(MadePaper)),
  /** The decision is made: journal, event log and files in one. */
  sign: desk.input(NewSigning).output(reply(Rejection)),
  /** Puts the signed decision into the outbox. */
  send: desk.input(ById).output(reply(Rejection)),
  /** It was given otherwise: handed over, by post. */
  giveOtherwise: desk
    .input(ById.extend({ note: text(500), givenOn: z.iso.date('Дата: ДД.ММ.ГГГГ') }))
    .output(reply(Rejection)),
  signedFile: desk.input(ById.extend({ position: z.int().nonnegative() })).output(reply(MadePaper)),
  /** Shows the quoted words; the act is written to the event log. */
  revealQuote: desk.input(ById).output(reply(z.strictObject({ quote: z.string() }))),
  /** «Сообщить руководителю»: stands in the heads' «Сделать сегодня». */
  tellHead: desk.input(ById).output(reply(Rejection)),
  template: allowed('administrator').output(reply(TemplateState)),
  templateFile: allowed('administrator').output(reply(MadePaper)),
  replaceTemplate: allowed('administrator').input(PaperFile).output(reply(TemplateState)),
  restoreTemplate: allowed('administrator').output(reply(TemplateState)),
}
