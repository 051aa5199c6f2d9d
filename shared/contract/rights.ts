import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { TermState } from '../calendar/term-state.ts'
import { SubjectRequestKind, SubjectRequestWay } from '../rights/subject-request.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })
const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время: ДД.ММ.ГГГГ чч:мм')

/** A request of the person in the data, with its term (152-ФЗ). */
export const SubjectRequest = z.strictObject({
  id: z.uuid(),
  kind: SubjectRequestKind,
  way: SubjectRequestWay,
  receivedAt: Moment,
  authorName: z.string(),
  term: Term,
  state: TermState,
  /** null while it is open. */
  act: z
    .strictObject({ kind: z.enum(['done', 'refused']), note: z.string(), doneAt: Moment, authorName: z.string() })
    .nullable(),
})
export type SubjectRequest = z.infer<typeof SubjectRequest>

/** Requests of one application, what was erased already, and what stays although it was asked to go. */
export const PersonRights = z.strictObject({
  requests: z.array(SubjectRequest),
  documentErasedAt: Moment.nullable(),
  letterErasedAt: Moment.nullable(),
  /** The citizen is still to be received, or nothing is decided: the data are needed. */
  isOpen: z.boolean(),
  /** п. 3.6: not destroyed before. */
  recordings: z.array(z.strictObject({ recordingId: z.uuid(), retainUntil: z.iso.date(), held: z.boolean() })),
})
export type PersonRights = z.infer<typeof PersonRights>

/** The rights of the person in the data (152-ФЗ ст. 9, 14, 20, 21). */
export const rights = {
  ofApplication: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid() }))
    .output(reply(PersonRights)),
  /** A withdrawal also is a record of the consent. */
  register: allowed('specialist', 'head')
    .input(
      z.strictObject({
        applicationId: z.uuid(),
        kind: SubjectRequestKind,
        way: SubjectRequestWay,
        /** Local date and time of the body. */
        receivedLocal: Local,
      }),
    )
    .output(reply(PersonRights)),
  /**
   * What was done about it, once. `done` of a withdrawal erases the raw letter and the details of the document at once;
   * refused while the application is open or a recording of it is held.
   */
  finish: allowed('specialist', 'head')
    .input(
      z.strictObject({
        requestId: z.uuid(),
        kind: z.enum(['done', 'refused']),
        note: typedText().trim().min(1, 'Укажите, что сделано').max(500, 'Слишком длинно'),
      }),
    )
    .output(reply(PersonRights)),
}
