import * as z from 'zod'
import { ReplyReading } from '../letters/letter-reading.ts'
import { LetterReceiptSource } from '../mailroom/receipt-source.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })

/** What a person decides of an answer: пп. 2.5, 2.6, or that it is about something else. */
export const ReplyVerdict = z.enum(['confirms', 'declines', 'neither'])
export type ReplyVerdict = z.infer<typeof ReplyVerdict>

/** The application an answer belongs to, and what can be decided for it now. */
export const AnsweredApplication = z.strictObject({
  applicationId: z.uuid(),
  receptionId: z.uuid(),
  journalNumber: z.int(),
  shortName: z.string(),
  appointedAt: Moment,
  /** By the notice it answers, the number in its subject, the sender's address, or by a person. */
  matchedBy: z.enum(['notice', 'number', 'address', 'hand']),
  /** Whether the letter came from the address in the application; `unknown`: none stands there. */
  senderIs: z.enum(['applicant', 'other', 'unknown']),
  /** The notice it answers named another time. */
  toEarlierNotice: z.boolean(),
  /** Last local day of the citizen's term (п. 2.5); null where no term runs or it cannot be counted. */
  dueOn: z.iso.date().nullable(),
  /** The letter came after it: a confirmation needs a decision. */
  late: z.boolean(),
  mayConfirm: z.boolean(),
  mayDecline: z.boolean(),
  /** Russian: why not everything can be decided; null = everything can. */
  obstacle: z.string().nullable(),
})
export type AnsweredApplication = z.infer<typeof AnsweredApplication>

const Answer = z.strictObject({
  letterId: z.uuid(),
  /** Where `receiptSource` is `taken`, only when the program took the letter: the moment is asked of a person. */
  receivedAt: Moment,
  receiptSource: LetterReceiptSource,
  sender: z.string(),
  subject: z.string(),
  /** The sender's own, without quotations and signature. */
  words: z.string(),
  /** null: no application was found, or several were. */
  application: AnsweredApplication.nullable(),
  /** Where several fit: all of them, none chosen; else empty. */
  candidates: z.array(AnsweredApplication),
  /** It stands under «Письма» as well: an application, or what may be one. */
  isAmongLetters: z.boolean(),
})

/** An answer nobody has judged yet. */
export const ReplyToJudge = Answer.extend({ proposal: ReplyReading.shape.proposal })
export type ReplyToJudge = z.infer<typeof ReplyToJudge>
/** Written by a machine: shown, never a confirmation. */
export const AutoReply = Answer
export type AutoReply = z.infer<typeof AutoReply>

/** A judged answer can be taken back for so long, by the monotonic clock of the workstation. */
export const takeBackMs = 10_000

/** An answer that was judged a moment ago and can be taken back. */
export const JudgedReply = z.strictObject({
  letterId: z.uuid(),
  verdict: ReplyVerdict,
  journalNumber: z.int().nullable(),
  shortName: z.string().nullable(),
  /** So long still. */
  leftMs: z.int().nonnegative(),
})
export type JudgedReply = z.infer<typeof JudgedReply>

export const WaitingReplies = z.strictObject({
  replies: z.array(ReplyToJudge),
  autoReplies: z.array(AutoReply),
  /** Of whoever asks, the last one first. */
  judged: z.array(JudgedReply),
})
export type WaitingReplies = z.infer<typeof WaitingReplies>

export const replies = {
  /** The oldest first; automatic answers of the last days apart. */
  list: allowed('specialist', 'head').output(reply(WaitingReplies)),
  /** Applications an answer could belong to, by number or family name; twenty at most. */
  candidates: allowed('specialist', 'head')
    .input(z.strictObject({ letterId: z.uuid(), text: typedText().trim().max(100) }))
    .output(reply(z.array(AnsweredApplication))),
  /**
   * `confirms` marks the confirmation at the moment the letter came, `declines` cancels the reception (п. 2.6) and
   * writes column 7, `neither` puts the letter aside. Once for a letter; a late confirmation needs a note.
   */
  judge: allowed('specialist', 'head')
    .input(
      z.strictObject({
        letterId: z.uuid(),
        verdict: ReplyVerdict,
        /** null only with `neither`. */
        applicationId: z.uuid().nullable(),
        note: typedText().trim().max(500).default(''),
        /** When it came, told by a person; only where nobody else says it, and there it must be told. */
        receivedAt: Moment.nullable().default(null),
      }),
    )
    .output(reply(WaitingReplies)),
  /**
   * Undoes what `judge` wrote of a letter, within `takeBackMs` and by whoever judged it: the mark or the cancellation and
   * its notice count no more, all of it stays with its trace, and the letter waits again.
   */
  takeBack: allowed('specialist', 'head')
    .input(z.strictObject({ letterId: z.uuid() }))
    .output(reply(WaitingReplies)),
}
