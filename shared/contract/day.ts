import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { TermState } from '../calendar/term-state.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })

/** What somebody has to look at; words and ways to mend it: renderer/features/day/attention-words.ts. */
export const AttentionKind = z.enum([
  /** Begun and not closed: column 7 is empty. */
  'unfinished',
  /** The time is over and nothing was noted: neither held, nor moved, nor cancelled. */
  'notHeld',
  /** Another time is being looked for. */
  'moving',
  /** A recording was due and there is none. */
  'recordingMissing',
  /** Not sealed, or sealed with remarks. */
  'recordingFlawed',
  /** Its film is gone, changed or in another folder of recordings: `subjectId` is the recording. */
  'recordingNotHere',
  /** Lies on the disk and no row knows of it; a head decides; how many: `count`. */
  'recordingFound',
  /** Closed with «нужен письменный ответ». */
  'writtenReply',
  /** Ended in a way the order does not settle; only heads are asked. */
  'headReview',
  /** Today or tomorrow, and no link yet. */
  'noLink',
  /** A term of the application is over, or ends today; which one: `term`. */
  'termOverdue',
  'termToday',
  /** A term falls into a year whose calendar is not loaded: it is not counted. */
  'calendarMissing',
  /** Abuse or threats in an application (п. 2.7): `subjectId` is the application; only heads are asked. */
  'abuseReported',
  /** A notice did not reach the citizen, or nobody knows: `subjectId` is the notice. */
  'notDelivered',
  /** Notices wait and nothing goes out. */
  'noticesStuck',
  /** An answer of a citizen nobody has judged (п. 2.5): `subjectId` is the letter. */
  'replyToJudge',
  'backupFailed',
  /** The computer's time jumped: nothing that cannot be undone is done until a person confirms it. */
  'clockDoubted',
  /** The link of today or of the next working day did not answer twice. */
  'linkDead',
  /** Another link than the one of the notice (п. 2.4). */
  'linkChanged',
  /** A request of the person in the data (152-ФЗ): its term is over, ends today, or is still to come. */
  'requestOverdue',
  'requestToday',
  'requestOpen',
  /** The disk holds fewer receptions than are still to come today. */
  'fewRoom',
  /** Came and were not looked after; how many: `count`. */
  'newLetters',
  /** A mailbox has not been reached for half an hour. */
  'mailboxSilent',
  /** A rejection (Приложение 2) waits for a signature; signed, for being sent: `applicationId`. */
  'rejectionToSign',
  'rejectionToSend',
  // The rest is named at the end of the day alone (`ClosingLine`); nothing of it is a thing to do by itself.
  /** Of today, still to come or going on. */
  'stillToCome',
  /** A notice that has not gone out yet: `subjectId` is the notice. */
  'noticeWaiting',
  /** A reception is appointed, and no notice of its time went out, waits or failed: none was formed. */
  'citizenUntold',
  /** A reception was cancelled for want of an answer, no letter was formed of it, and nobody told the citizen. */
  'cancellationUntold',
  /** A recording of today whose seal is not made yet: nobody knows whether it is whole. */
  'recordingUnproven',
])
export type AttentionKind = z.infer<typeof AttentionKind>

/** What cannot be mended any more is answered once, in words. */
export const AnswerableKind = AttentionKind.extract([
  'recordingMissing',
  'recordingFlawed',
  'writtenReply',
  'headReview',
  'abuseReported',
  'linkChanged',
])
export type AnswerableKind = z.infer<typeof AnswerableKind>

export const AttentionItem = z.strictObject({
  kind: AttentionKind,
  /** Reception, recording, application or notice; null of the workplace as a whole. */
  subjectId: z.uuid().nullable(),
  receptionId: z.uuid().nullable(),
  recordingId: z.uuid().nullable(),
  /** Of what belongs to an application: also where it has no reception yet. */
  applicationId: z.uuid().nullable(),
  /** Local date it belongs to; null of the workplace as a whole. */
  day: z.iso.date().nullable(),
  journalNumber: z.int().nullable(),
  shortName: z.string().nullable(),
  /** Which term asks; null where it is none. */
  term: z.strictObject({ rule: Term, state: TermState }).nullable(),
  /** Of what is only counted. */
  count: z.int().positive().optional(),
  /** The day cannot be closed while this is open. */
  holdsDay: z.boolean(),
})
export type AttentionItem = z.infer<typeof AttentionItem>

/** One line of «Сделать сегодня»: every thing of one kind (and of one term), in the order the law asks for them. */
export const TodoGroup = z.strictObject({
  /** `todoKeyOf` of its items (shared/day/todo-key.ts). */
  key: z.string(),
  kind: AttentionKind,
  termId: z.string().nullable(),
  /** Things to do, not lines: letters are counted one by one. */
  count: z.int().positive(),
  /** When the first of them is over in law, and the end of the working day it is to be done by; null: no term asks. */
  due: z.strictObject({ legalAt: Moment, targetAt: Moment }).nullable(),
})
export type TodoGroup = z.infer<typeof TodoGroup>

export const ClosingLineName = z.enum([
  'receptions',
  'results',
  'otherTime',
  'recordings',
  'recordingRemarks',
  'writtenReplies',
  'rejections',
  'termsOver',
  'termsToday',
  'notices',
  'letters',
  'replies',
  'links',
])
export type ClosingLineName = z.infer<typeof ClosingLineName>

/** One line of «Завершить день», judged from what is written, with the cases it speaks of. */
export const ClosingLine = z.strictObject({
  name: ClosingLineName,
  /** `unknown`: nothing asks for anybody, and nothing proves that all is done. */
  standing: z.enum(['proven', 'open', 'unknown']),
  /** The day cannot be closed over it. */
  holdsDay: z.boolean(),
  /** Why nobody knows; null where it is known. */
  unknownBecause: z.enum(['noOutgoingMail', 'outgoingMailDown', 'noIncomingMail', 'incomingMailDown']).nullable(),
  cases: z.array(AttentionItem),
})
export type ClosingLine = z.infer<typeof ClosingLine>

export const FirstStepName = z.enum(['equipment', 'mail', 'people', 'letter'])
/** A line of the checklist of the first day: done by evidence alone. */
export const FirstStep = z.strictObject({
  name: FirstStepName,
  standing: z.enum(['done', 'todo', 'wrong']),
  /** What there is of it so far. */
  found: z.enum([
    'equipmentChecked',
    'equipmentFaulty',
    'equipmentPartly',
    'equipmentUnchecked',
    'mailWorks',
    'mailDown',
    'mailUnproven',
    'mailMissing',
    'peopleThere',
    'noSpecialist',
    'noHead',
    'letterThere',
    'noLetter',
  ]),
})
export type FirstStep = z.infer<typeof FirstStep>

/** Today at this workplace, judged by the workstation. */
export const DayState = z.strictObject({
  date: z.iso.date(),
  /** What is late on top. */
  items: z.array(AttentionItem),
  /** The same by kind, by the term in law. */
  todo: z.array(TodoGroup),
  /** «Завершить день». */
  lines: z.array(ClosingLine),
  /** Until the first application is registered; null afterwards. */
  firstSteps: z.array(FirstStep).nullable(),
  /** Receptions of today that are still to come or going on. */
  remaining: z.int().nonnegative(),
  closing: z.strictObject({ at: Moment, authorName: z.string() }).nullable(),
})
export type DayState = z.infer<typeof DayState>

/** «Лист приёмов на день»: what must survive a power cut, and nothing more of anybody. */
export const DaySheet = z.strictObject({
  date: z.iso.date(),
  rows: z.array(z.strictObject({ appointedAt: Moment, shortName: z.string(), phone: z.string() })),
  /** The last line of the event log, to be kept on paper: its number, moment, and letters that stand for its hash. */
  logHead: z.strictObject({ line: z.int().nonnegative(), at: Moment, code: z.string() }),
})
export type DaySheet = z.infer<typeof DaySheet>

/** Why the computer's clock is not believed; meanwhile nothing that cannot be undone is done. */
export const ClockDoubt = z.strictObject({
  /** Further ahead of the last work than the program ever stands still, or before what has happened already. */
  kind: z.enum(['ahead', 'behind']),
  now: Moment,
  /** Of the last work that was believed, or that has happened. */
  lastWorkAt: Moment,
})
export type ClockDoubt = z.infer<typeof ClockDoubt>

/** Days on which a specialist receives nobody. */
export const Absence = z.strictObject({
  id: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  note: z.string(),
  /** Own receptions that still stand on these days: somebody has to take them over. */
  receptions: z.int().nonnegative(),
})
export type Absence = z.infer<typeof Absence>

const words = typedText().trim().min(1).max(500)

export const day = {
  /** null: the clock is believed. */
  clockDoubt: allowed('head', 'administrator').output(reply(ClockDoubt.nullable())),
  /** A person vouches for the computer's clock as it stands: what cannot be undone goes on. */
  confirmClock: allowed('head', 'administrator')
    .input(z.strictObject({ reason: words }))
    .output(reply(z.null())),
  state: allowed('specialist', 'head').output(reply(DayState)),
  /** What was done about it; it leaves the list, the words and their author stay. */
  answer: allowed('specialist', 'head')
    .input(z.strictObject({ kind: AnswerableKind, subjectId: z.uuid(), note: words }))
    .output(reply(DayState)),
  /** Refused while something holds the day open. */
  close: allowed('specialist').output(reply(DayState)),
  reopen: allowed('specialist')
    .input(z.strictObject({ reason: words }))
    .output(reply(DayState)),
  /** One's own, today's and later, the earliest first. */
  absences: allowed('specialist').output(reply(z.array(Absence))),
  /** The same days noted again are one line: the answer is the same. */
  noteAbsence: allowed('specialist')
    .input(z.strictObject({ from: z.iso.date(), to: z.iso.date(), note: typedText().trim().max(200) }))
    .output(reply(z.array(Absence))),
  withdrawAbsence: allowed('specialist')
    .input(z.strictObject({ absenceId: z.uuid() }))
    .output(reply(z.array(Absence))),
  /** The receptions of a local day that are not over; an event of the log, for it is going to lie on a desk. */
  sheet: allowed('specialist', 'head')
    .input(z.strictObject({ date: z.iso.date() }))
    .output(reply(DaySheet)),
}
