import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { SubjectRequestKind } from './subject-request.ts'

/** The law on personal data as far as it sets terms for requests of a person; data, like a regulation. */
export const PersonalDataLaw = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  title: z.string().min(1),
  requests: z
    .array(
      z.strictObject({
        kind: SubjectRequestKind,
        /** Where the amount is known from: what is from memory is to be compared with the text of the law. */
        source: z.enum(['verified', 'secondary', 'fromMemory']),
        term: Term,
      }),
    )
    .refine(
      requests => SubjectRequestKind.options.every(kind => requests.filter(one => one.kind === kind).length === 1),
      'у каждого вида обращения ровно один срок',
    ),
})
export type PersonalDataLaw = z.infer<typeof PersonalDataLaw>
