import * as z from 'zod'
import { ApplicationStatus } from '../applications/application-status.ts'
import { OutcomeCode } from '../reception/event.ts'
import { Presence } from '../recording/presence.ts'
import { Verdict } from '../recording/slip.ts'
import { allowed } from './procedure.ts'
import { RecordingState } from './recording-state.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })

export const CitizenRecording = z.strictObject({
  recordingId: z.uuid(),
  state: RecordingState,
  verdict: Verdict.nullable(),
  presence: Presence.nullable(),
})

export const CitizenReception = z.strictObject({
  receptionId: z.uuid(),
  appointedAt: Moment,
  specialistName: z.string(),
  step: z.string(),
  /** null: not over, or moved. */
  outcome: OutcomeCode.nullable(),
  /** The citizen did not come. */
  isMissed: z.boolean(),
  recordings: z.array(CitizenRecording),
})
export type CitizenReception = z.infer<typeof CitizenReception>

/** Why an application stands on the card: it was opened, name and date of birth are the same, or a person linked it. */
export const JoinedBy = z.enum(['opened', 'nameAndBirthDate', 'linked'])
export type JoinedBy = z.infer<typeof JoinedBy>

export const CitizenApplication = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int().positive(),
  receivedOn: z.iso.date(),
  topic: z.string(),
  status: ApplicationStatus,
  /** Column 7 as it stands; empty where it says nothing. */
  result: z.string(),
  joinedBy: JoinedBy,
  /** The newest first. */
  receptions: z.array(CitizenReception),
})
export type CitizenApplication = z.infer<typeof CitizenApplication>

/** What an application has in common with the citizen's; never enough to be sure. */
export const Likeness = z.enum(['name', 'phone', 'email'])
export type Likeness = z.infer<typeof Likeness>

export const ProbableApplication = z.strictObject({
  applicationId: z.uuid(),
  journalNumber: z.int().positive(),
  receivedOn: z.iso.date(),
  shortName: z.string(),
  topic: z.string(),
  likeness: z.array(Likeness).min(1),
})
export type ProbableApplication = z.infer<typeof ProbableApplication>

/** One citizen as far as the program knows that it is one; what only resembles stands apart. */
export const CitizenCard = z.strictObject({
  fullName: z.string(),
  birthDate: z.iso.date().nullable(),
  address: z.string().nullable(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  /** The joined applications name different identity documents: perhaps two persons of one name and date. */
  documentsDiffer: z.boolean(),
  /** The newest first. */
  applications: z.array(CitizenApplication),
  probable: z.array(ProbableApplication),
  /** More resemble than are shown. */
  probableLeftOut: z.int().nonnegative(),
})
export type CitizenCard = z.infer<typeof CitizenCard>

export const citizens = {
  /** The card of who made this application. Opening it is an event of the log: once per `viewId`. */
  card: allowed('specialist', 'head')
    .input(z.strictObject({ applicationId: z.uuid(), viewId: z.uuid() }))
    .output(reply(CitizenCard)),
}
