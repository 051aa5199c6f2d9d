import * as z from 'zod'
import { ManualSource, MoveReason, OutcomeCode, ReceptionAction, ReceptionEvent } from '../reception/event.ts'
import { HelpCards } from '../reception/help-cards.ts'
import { SessionPermission } from '../reception/session-acts.ts'
import type { ReceptionState } from '../reception/state.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const State = z.custom<ReceptionState>(value => typeof value === 'object' && value !== null && 'step' in value)

/** A reception as its own screens need it. */
export const ReceptionCard = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  journalNumber: z.int(),
  shortName: z.string(),
  fullName: z.string(),
  topic: z.string(),
  phone: z.string(),
  consentVideo: z.boolean(),
  /** Canonical Telemost address, null where none was given yet. */
  link: z.string().nullable(),
  meetingNumber: z.string().nullable(),
  specialistName: z.string(),
  state: State,
  recordingId: z.uuid().nullable(),
})
export type ReceptionCard = z.infer<typeof ReceptionCard>

/** One line of the day's list: the topic reaches the page of the selected one only, by `detail`. */
export const DayCard = ReceptionCard.omit({ topic: true })
export type DayCard = z.infer<typeof DayCard>

/** Whether all that a reception needs is there; each with words for the screen. */
export const Readiness = z.strictObject({
  link: z.boolean(),
  consentVideo: z.boolean(),
  /** Receptions of full length that still fit on the disk at today's bitrate. */
  roomInReceptions: z.int(),
})

export const Day = z.strictObject({
  date: z.iso.date(),
  receptions: z.array(DayCard),
  readiness: Readiness.pick({ roomInReceptions: true }),
})
export type Day = z.infer<typeof Day>

export const ReceptionDetail = z.strictObject({
  card: ReceptionCard,
  events: z.array(ReceptionEvent),
  /** Every step with effect in law: permitted, or refused with its reason. */
  acts: z.array(SessionPermission),
  next: z.strictObject({ receptionId: z.uuid(), shortName: z.string(), appointedAt: z.string() }).nullable(),
  note: z.string(),
})
export type ReceptionDetail = z.infer<typeof ReceptionDetail>

/** A reception of the same person (name and date of birth) that is over. */
export const EarlierReception = z.strictObject({
  receptionId: z.uuid(),
  appointedAt: z.iso.datetime({ offset: true }),
  journalNumber: z.int(),
  step: z.enum(['closed', 'cancelled', 'moved']),
  outcome: OutcomeCode.nullable(),
  topic: z.string(),
  /** Column 7 as it stands, corrections included; empty where it says nothing. */
  resultText: z.string(),
})
export type EarlierReception = z.infer<typeof EarlierReception>

/** «Другой срок…» with its closed reasons. */
export const MoveRequest = z.strictObject({
  receptionId: z.uuid(),
  expectedSequence: z.int().nonnegative(),
  reason: MoveReason,
  /** Who decided and why: where the order gives no ground, the decision is a person's. */
  basis: typedText().trim().min(1).max(500).nullable(),
  /** Who takes over; only with `specialistReplaced`, and there it is due. */
  specialistId: z.uuid().nullable().default(null),
  /** Local date and time of the body, «2026-11-24T10:00». */
  appointedLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Дата и время приёма: ДД.ММ.ГГГГ чч:мм'),
  /** Null: the link stays as it is. */
  newLink: typedText().trim().min(1).max(500).nullable(),
})
export type MoveRequest = z.infer<typeof MoveRequest>

const Id = z.strictObject({ receptionId: z.uuid() })

export const receptions = {
  /** All receptions of a local day in time order; today when no date is given. */
  day: allowed('specialist', 'head')
    .input(z.strictObject({ date: z.iso.date().nullable() }))
    .output(reply(Day)),
  detail: allowed('specialist', 'head').input(Id).output(reply(ReceptionDetail)),
  /** What the same person came with before, the latest first; twenty at most. */
  earlier: allowed('specialist', 'head')
    .input(Id)
    .output(reply(z.array(EarlierReception))),
  /**
   * One step. `expectedSequence` is the state's `nextSequence` the page saw: a double press or an outdated page is
   * answered `stale` and nothing is written.
   */
  act: allowed('specialist')
    .input(
      z.strictObject({
        receptionId: z.uuid(),
        expectedSequence: z.int().nonnegative(),
        action: ReceptionAction,
        /** When it happened, if not now. */
        occurredAt: z.iso.datetime({ offset: true }).nullable(),
        /** Where the fact comes from; a fact of an earlier moment is shown as «внесено позже». */
        source: ManualSource.default('hand'),
      }),
    )
    .output(reply(ReceptionDetail)),
  /** Opens the citizen's address for an emergency service: an event of the reception and of the event log. */
  revealAddress: allowed('specialist')
    .input(z.strictObject({ receptionId: z.uuid(), expectedSequence: z.int().nonnegative() }))
    .output(reply(z.strictObject({ address: z.string(), detail: ReceptionDetail }))),
  /** «Помочь подключиться»: what to read aloud, by device and topic. */
  helpCards: allowed('specialist').output(reply(HelpCards)),
  /**
   * The note of a reception; survives a crash, never leaves the database. `over`: what stood there as far as the page
   * knows; where something else does, somebody wrote it meanwhile, and nothing is written.
   */
  saveNote: allowed('specialist')
    .input(z.strictObject({ receptionId: z.uuid(), note: typedText().max(8000), over: typedText().max(8000) }))
    .output(reply(z.null())),
  /**
   * A second reception of the same application on the same row of the journal; events, move and row are written
   * together. Only a fault of ours (п. 3.5) leaves the citizen's confirmation valid.
   */
  move: allowed('specialist')
    .input(MoveRequest)
    .output(reply(z.strictObject({ receptionId: z.uuid() }))),
  /**
   * A link of another application is refused with `linkInUse`; a head may allow it with a reason, which is logged.
   */
  setLink: allowed('specialist', 'head')
    .input(
      z.strictObject({
        receptionId: z.uuid(),
        link: typedText().trim().max(500),
        reuseReason: typedText().trim().min(1).max(500).nullable().default(null),
      }),
    )
    .output(reply(ReceptionCard)),
  /** The reception that is open now (waiting … closing), to be returned to after a restart; null when none. */
  open: allowed('specialist', 'head').output(reply(z.uuid().nullable())),
}
