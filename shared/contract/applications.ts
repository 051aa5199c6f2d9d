import * as z from 'zod'
import { TopicDirectory } from '../applications/topics.ts'
import { typedText } from '../text/text-schema.ts'
import { ApplicationCard, ApplicationMarkKind, ApplicationTerms, MarkChannel } from './application-card.ts'
import {
  ApplicationMatter,
  Completion,
  NewConsent,
  NewRegistration,
  ReceiptCorrection,
  Registered,
} from './application-list.ts'
import { Appointed, Appointment, Authorisation, NewAuthorisation, SlotGrid, SlotRequest } from './appointments.ts'
import { CaseLine, CasePage, CaseRequest } from './cases.ts'
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

export const RevealedDocument = z.strictObject({
  fullName: z.string(),
  birthDate: z.iso.date().nullable(),
  identityDocument: z
    .strictObject({
      kind: z.string(),
      series: z.string().nullable(),
      number: z.string(),
      issuedBy: z.string().nullable(),
      issuedOn: z.iso.date().nullable(),
    })
    .nullable(),
})

/** When it happened: local date and time of the body. */
export const NewMark = z.strictObject({
  receptionId: z.uuid(),
  kind: ApplicationMarkKind,
  occurredLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм'),
  channel: MarkChannel.exclude(['letter']).default('hand'),
  /** By telephone: with whom it was spoken. */
  note: typedText().trim().max(200, 'До 200 знаков').default(''),
})
/** As a caller gives it; what is left out is noted by hand, without words. */
export type NewMark = z.input<typeof NewMark>

const ByApplication = z.strictObject({ applicationId: z.uuid() })

export const applications = {
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
  /**
   * The one way into the journal (п. 2.4): registers, complete or not, a letter once; with `appointment` the decision to
   * receive is taken in the same transaction, by the rules of `appoint`. All or nothing.
   */
  register: allowed('specialist', 'head').input(NewRegistration).output(reply(Registered)),
  /** Fills in what was missing; every time a line of the event log. */
  complete: allowed('specialist', 'head').input(Completion).output(reply(ApplicationMatter)),
  /** The day of receipt put right with a reason; the terms are counted from it, what moved is kept. */
  correctReceipt: allowed('specialist', 'head').input(ReceiptCorrection).output(reply(ApplicationMatter)),
  /** Another record of one of the two consents, told by telephone. */
  consent: allowed('specialist', 'head').input(NewConsent).output(reply(ApplicationMatter)),
  /** What is open by the nearest end of a term, then the others, the newest first. */
  cases: allowed('specialist', 'head').input(CaseRequest).output(reply(CasePage)),
  /** The case of one application as its line shows it. */
  case: allowed('specialist', 'head').input(ByApplication).output(reply(CaseLine)),
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
  /** A line registered by mistake, while nothing is decided on it: struck through with author and reason, never deleted. */
  annul: allowed('specialist', 'head')
    .input(ByApplication.extend({ reason: typedText().trim().min(3, 'Укажите причину').max(500, 'Слишком длинно') }))
    .output(reply(ApplicationMatter)),
  topics: allowed('specialist', 'head', 'administrator').output(reply(TopicDirectory)),
  setTopic: allowed('specialist', 'head')
    .input(ByApplication.extend({ topicId: typedText().nullable() }))
    .output(reply(ApplicationMatter)),
  authorisations: allowed('head', 'administrator').output(reply(z.array(Authorisation))),
  authorise: allowed('head', 'administrator')
    .input(NewAuthorisation)
    .output(reply(z.array(Authorisation))),
  revoke: allowed('head', 'administrator')
    .input(z.strictObject({ authorisationId: z.uuid() }))
    .output(reply(z.array(Authorisation))),
}
