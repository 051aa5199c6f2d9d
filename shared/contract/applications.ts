import * as z from 'zod'
import { TopicDirectory } from '../applications/topics.ts'
import { ApplicationCard, ApplicationMarkKind, ApplicationTerms, MarkChannel } from './application-card.ts'
import {
  ApplicationMatter,
  ApplicationPage,
  Completion,
  ListFilter,
  NewConsent,
  NewRegistration,
} from './application-list.ts'
import { Appointed, Appointment, Authorisation, NewAuthorisation, SlotGrid, SlotRequest } from './appointments.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

export {
  ApplicationCard,
  ApplicationMarkKind,
  ApplicationTerm,
  ApplicationTerms,
  Confirmation,
  MarkChannel,
} from './application-card.ts'

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

/** When it happened: local date and time of the body. */
export const NewMark = z.strictObject({
  receptionId: z.uuid(),
  kind: ApplicationMarkKind,
  occurredLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм'),
  channel: MarkChannel.exclude(['letter']).default('hand'),
  /** By telephone: with whom it was spoken. */
  note: z.string().trim().max(200, 'До 200 знаков').default(''),
})
/** As a caller gives it; what is left out is noted by hand, without words. */
export type NewMark = z.input<typeof NewMark>

const ByApplication = z.strictObject({ applicationId: z.uuid() })

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
  /** Registers without a reception, complete or not; a letter once (п. 2.4). */
  register: allowed('specialist', 'head')
    .input(NewRegistration)
    .output(reply(z.strictObject({ applicationId: z.uuid(), journalNumber: z.int() }))),
  /** Fills in what was missing; every time a line of the event log. */
  complete: allowed('specialist', 'head').input(Completion).output(reply(ApplicationMatter)),
  /** Another record of one of the two consents, told by telephone. */
  consent: allowed('specialist', 'head').input(NewConsent).output(reply(ApplicationMatter)),
  /** What is open by the nearest end of a term, then the others, the newest first. */
  list: allowed('specialist', 'head')
    .input(z.strictObject({ filter: ListFilter, offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }))
    .output(reply(ApplicationPage)),
  matter: allowed('specialist', 'head').input(ByApplication).output(reply(ApplicationMatter)),
  /** «Повторная» (пп. 2.7, 2.8): null takes it back. */
  linkPrevious: allowed('specialist', 'head')
    .input(ByApplication.extend({ previousApplicationId: z.uuid().nullable() }))
    .output(reply(ApplicationMatter)),
  slots: allowed('specialist', 'head').input(SlotRequest).output(reply(SlotGrid)),
  /** Decision, reception, columns 5 and 6, notice: all or nothing. */
  appoint: allowed('specialist', 'head').input(Appointment).output(reply(Appointed)),
  /** п. 2.6: the reception that stands is cancelled, column 7 and the notice are written. */
  cancel: allowed('specialist', 'head')
    .input(ByApplication.extend({ reason: z.enum(['refused', 'notConfirmed']) }))
    .output(reply(ApplicationMatter)),
  topics: allowed('specialist', 'head', 'administrator').output(reply(TopicDirectory)),
  setTopic: allowed('specialist', 'head')
    .input(ByApplication.extend({ topicId: z.string().nullable() }))
    .output(reply(ApplicationMatter)),
  authorisations: allowed('head', 'administrator').output(reply(z.array(Authorisation))),
  authorise: allowed('head', 'administrator')
    .input(NewAuthorisation)
    .output(reply(z.array(Authorisation))),
  revoke: allowed('head', 'administrator')
    .input(z.strictObject({ authorisationId: z.uuid() }))
    .output(reply(z.array(Authorisation))),
}
