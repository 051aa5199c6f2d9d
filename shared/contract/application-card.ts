import * as z from 'zod'
import { ActPermission } from '../applications/legal-acts.ts'
import { Term } from '../calendar/term.ts'
import { TermState } from '../calendar/term-state.ts'

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

/** What is noted of an application by hand, for the time its reception is appointed for. */
export const ApplicationMarkKind = z.enum(['noticeSent', 'confirmed', 'cancellationTold'])
export type ApplicationMarkKind = z.infer<typeof ApplicationMarkKind>

/** How a fact became known. */
export const MarkChannel = z.enum(['letter', 'phone', 'hand'])
export type MarkChannel = z.infer<typeof MarkChannel>

/** How the citizen confirmed the time that stands now (п. 2.5). */
export const Confirmation = z.strictObject({
  occurredAt: z.iso.datetime({ offset: true }),
  channel: MarkChannel,
  /** With whom it was spoken, or why a late one counts; may be empty. */
  note: z.string(),
  authorName: z.string(),
})
export type Confirmation = z.infer<typeof Confirmation>

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
  /** Every act with effect in law, permitted or refused with its reason; the calls refuse what is refused here. */
  acts: z.array(ActPermission),
  /** Of them, what can be noted by hand now. */
  mayMark: z.array(ApplicationMarkKind),
  /** null: not confirmed yet. */
  confirmation: Confirmation.nullable(),
})
export type ApplicationTerms = z.infer<typeof ApplicationTerms>
