import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { TermState } from '../calendar/term-state.ts'
import { FieldName } from '../letters/letter-reading.ts'
import { typedText } from '../text/text-schema.ts'

const Moment = z.iso.datetime({ offset: true })

/** Whose turn it is: ours, the citizen's (or the mail server's), nobody's any more. */
export const CaseGroup = z.enum(['toDo', 'awaiting', 'done'])
export type CaseGroup = z.infer<typeof CaseGroup>

/** Where a case stands, which is the next thing of it; words: renderer/features/applications/case-words.ts. */
export const CaseStep = z.enum([
  /** A letter nobody has registered or set aside. */
  'readLetter',
  /** An answer of the citizen nobody has judged (п. 2.5). */
  'judgeReply',
  /** Neither appointed nor rejected (п. 2.4). */
  'decide',
  /** A rejection waits for its signature; signed, for being sent. */
  'signRejection',
  'sendRejection',
  /** A notice did not arrive; waits in an outbox that stands still; was never formed. */
  'noticeFailed',
  'noticeStuck',
  'untold',
  'setLink',
  /** Another time is looked for (п. 3.5). */
  'agreeTime',
  /** The citizen's term is over without an answer (п. 2.6). */
  'decideUnanswered',
  /** The appointed time has come. */
  'holdReception',
  /** Begun and not closed. */
  'finishReception',
  /** Closed with «нужен письменный ответ», and none is noted. */
  'writtenReply',
  /** Cancelled for want of an answer (п. 2.6), no letter was written of it, and nobody told. */
  'tellCancelled',

  'noticeOnItsWay',
  'awaitReply',
  'awaitReception',

  'rejected',
  'cancelled',
  'closed',
  'annulled',
  /** Letters that are no application: set aside by a person, written by a machine. */
  'setAside',
  'machineLetter',
])
export type CaseStep = z.infer<typeof CaseStep>

/** A line of «Заявки»: one matter of one citizen, whatever state it is in. */
export const CaseLine = z.strictObject({
  /** What the id is of: `reply` = a letter that answers no application the program found. */
  kind: z.enum(['application', 'letter', 'reply']),
  id: z.uuid(),
  group: CaseGroup,
  step: CaseStep,
  /** null: not registered. */
  journalNumber: z.int().positive().nullable(),
  /** Of a letter what its sender calls himself, else the address; empty: neither. */
  name: z.string(),
  /** Empty: not registered. */
  topic: z.string(),
  /** Local date of the body. */
  receivedOn: z.iso.date(),
  appointedAt: Moment.nullable(),
  /** Fields of п. 2.2; null = no application was recognised in the letter. */
  missing: z.array(FieldName).nullable(),
  isRepeated: z.boolean(),
  /** The term that presses most; null where none runs. */
  pressing: z.strictObject({ rule: Term, state: TermState }).nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

export const CaseRequest = z.strictObject({
  /** null: all of them, what is to be done first. */
  group: CaseGroup.nullable(),
  /** Words of name, topic or number, of a letter of who wrote it, the address or the subject; empty = no search. */
  text: typedText().trim().max(100),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
})
export type CaseRequest = z.infer<typeof CaseRequest>

export const CasePage = z.strictObject({
  total: z.int().nonnegative(),
  rows: z.array(CaseLine),
  /** Of everything there is, whatever is asked for. */
  counts: z.record(CaseGroup, z.int().nonnegative()),
})
export type CasePage = z.infer<typeof CasePage>
