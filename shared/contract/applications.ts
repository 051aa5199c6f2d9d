import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { TermState } from '../calendar/term-state.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const text = (max: number) => z.string().trim().min(1, 'Заполните поле').max(max, 'Слишком длинно')

/** Fields of clause 2.2, as entered by hand. Consents keep «not given» apart from «given». */
export const ApplicationFields = z.strictObject({
  familyName: text(100),
  givenName: text(100),
  patronymic: z.string().trim().max(100).nullable(),
  birthDate: z.iso.date('Дата рождения: ДД.ММ.ГГГГ'),
  identityDocument: z
    .strictObject({
      kind: text(100),
      series: z.string().trim().max(20).nullable(),
      number: text(40),
      issuedBy: z.string().trim().max(300).nullable(),
      issuedOn: z.iso.date().nullable(),
    })
    .nullable(),
  address: text(500),
  addressKind: z.enum(['residence', 'stay']),
  consentPersonalData: z.boolean(),
  consentVideo: z.boolean(),
  topic: text(500),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()-]{6,20}$/, 'Телефон: цифры, например +7 913 000-00-00'),
  email: z.email('Адрес электронной почты: имя@домен').nullable(),
  /** widget = by mail from the site; otherwise «вне виджета». */
  channel: z.enum(['widget', 'phone', 'visit']),
  receivedOn: z.iso.date(),
})
export type ApplicationFields = z.infer<typeof ApplicationFields>

/** What every screen may show: the document is masked, revealing it is a logged act. */
export const ApplicationCard = z.strictObject({
  id: z.uuid(),
  journalNumber: z.int().positive(),
  fullName: z.string(),
  birthDate: z.iso.date().nullable(),
  maskedDocument: z.string().nullable(),
  address: z.string().nullable(),
  consentPersonalData: z.boolean(),
  consentVideo: z.boolean(),
  topic: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  channel: z.enum(['widget', 'phone', 'visit']),
  receivedOn: z.iso.date(),
})
export type ApplicationCard = z.infer<typeof ApplicationCard>

/** An application and its first reception, entered together. */
export const NewApplication = z.strictObject({
  fields: ApplicationFields,
  /** Local date and time of the body, «2026-11-20T09:00». */
  appointedLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время приёма: ДД.ММ.ГГГГ чч:мм'),
  /** A Telemost link or a bare meeting number; canonicalised or refused with the reason. */
  link: z.string().trim().max(500),
})
export type NewApplication = z.infer<typeof NewApplication>

export const RevealedDocument = z.strictObject({
  fullName: z.string(),
  birthDate: z.iso.date().nullable(),
  identityDocument: ApplicationFields.shape.identityDocument,
})

/** What is noted of an application by hand, for the time its reception is appointed for. */
export const ApplicationMarkKind = z.enum(['noticeSent', 'confirmed'])
export type ApplicationMarkKind = z.infer<typeof ApplicationMarkKind>

/** A term of the regulation as it stands for one application. */
export const ApplicationTerm = z.strictObject({
  term: Term,
  state: TermState,
  /** The last time another calendar moved its end; null = never. */
  recounted: z
    .strictObject({
      legalBefore: z.iso.date(),
      legalAfter: z.iso.date(),
      basis: z.string(),
      at: z.iso.datetime({ offset: true }),
    })
    .nullable(),
})
export type ApplicationTerm = z.infer<typeof ApplicationTerm>

export const ApplicationTerms = z.strictObject({
  applicationId: z.uuid(),
  terms: z.array(ApplicationTerm),
  /** What can be noted now. */
  mayMark: z.array(ApplicationMarkKind),
})
export type ApplicationTerms = z.infer<typeof ApplicationTerms>

/** When it happened: local date and time of the body. */
export const NewMark = z.strictObject({
  receptionId: z.uuid(),
  kind: ApplicationMarkKind,
  occurredLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм'),
})
export type NewMark = z.infer<typeof NewMark>

export const applications = {
  create: allowed('specialist', 'head')
    .input(NewApplication)
    .output(reply(z.strictObject({ applicationId: z.uuid(), receptionId: z.uuid(), journalNumber: z.int() }))),
  card: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(reply(ApplicationCard)),
  /** The terms D1–D5 of the application a reception belongs to, as they stand now. */
  terms: allowed('specialist', 'head')
    .input(z.strictObject({ receptionId: z.uuid() }))
    .output(reply(ApplicationTerms)),
  /** The notice went out, the citizen confirmed (пп. 2.4, 2.5); noted once for each appointed time. */
  mark: allowed('specialist', 'head').input(NewMark).output(reply(ApplicationTerms)),
  /** Opens the document for one step; the act is written to the event log. */
  revealDocument: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid(), purpose: z.enum(['identification', 'correction', 'control']) }))
    .output(reply(RevealedDocument)),
}
