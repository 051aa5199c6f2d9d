import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { SourceCondition } from '../recording/recorder-link.ts'
import { WriteFailure } from '../recording/slip.ts'
import { Regulation } from '../regulation/regulation.ts'
import { allowed, anyone } from './procedure.ts'
import { reply } from './reply.ts'

/** What this host can do; what it cannot is a stated `false`, never a silent no-op. */
export const Capabilities = z.strictObject({
  openTelemostInside: z.boolean(),
  openRecorderWindow: z.boolean(),
  panelOnTop: z.boolean(),
  /** Documents as PDF; without it they are made as DOCX only. */
  printPages: z.boolean(),
})
export type Capabilities = z.infer<typeof Capabilities>

/** What is wrong right now, in order of urgency. Texts: renderer/features/recording/alarm-texts.ts. */
export const AlarmCode = z.enum([
  'recorderLost',
  'noNewBytes',
  'chunkMissing',
  ...WriteFailure.options,
  'pictureEnded',
  'pictureMuted',
  'microphoneEnded',
  'microphoneMutedByDevice',
  'citizenSoundEnded',
  'audibleNotRecorded',
  'pictureStill',
  'roomStill',
  'decodeErrors',
  'heldLimitReached',
  'diskLow',
  'pictureRenewed',
  'clockChanged',
])
export type AlarmCode = z.infer<typeof AlarmCode>
export const Alarm = z.strictObject({ code: AlarmCode, since: z.iso.datetime({ offset: true }) })
export type Alarm = z.infer<typeof Alarm>

/** The recorder as the screens need it, pushed about twice a second while its page lives. */
export const RecorderView = z.strictObject({
  connected: z.boolean(),
  armed: z.boolean(),
  /** Why it is not armed, as a code the screen has words for. */
  notArmedBecause: z
    .enum(['noPage', 'noSources', 'otherReception', 'pictureLost', 'noCitizenSound', 'noMicrophone', 'noRoom'])
    .nullable(),
  /** The choice of a room nobody has recognised yet («Это он?»): without an answer no recording begins. */
  unrecognisedChoiceId: z.uuid().nullable(),
  picture: SourceCondition,
  citizenSound: SourceCondition,
  microphone: SourceCondition,
  microphoneMuted: z.boolean(),
  citizenLevelDb: z.number(),
  specialistLevelDb: z.number(),
  /** Somebody speaks in the room, for as long as words last: a hint, the legal start is a person's. */
  voiceHeard: z.boolean(),
  recording: z
    .strictObject({
      recordingId: z.uuid(),
      receptionId: z.uuid(),
      partNumber: z.int(),
      startedAt: z.iso.datetime({ offset: true }),
      /** On disk and fsynced up to this moment. */
      savedUntil: z.iso.datetime({ offset: true }).nullable(),
      /** Decoded from disk and found sound up to this moment; the red dot is lit by this. */
      provenUntil: z.iso.datetime({ offset: true }).nullable(),
      bytes: z.int(),
    })
    .nullable(),
  alarms: z.array(Alarm),
  roomInReceptions: z.int(),
})
export type RecorderView = z.infer<typeof RecorderView>

/** What the workstation tells its pages without being asked. */
export const Announcement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now'), at: z.iso.datetime({ offset: true }) }),
  z.strictObject({ kind: z.literal('recorder'), recorder: RecorderView }),
  z.strictObject({ kind: z.literal('receptionChanged'), receptionId: z.uuid() }),
  z.strictObject({ kind: z.literal('journalChanged') }),
  /** Somebody signed in or out, or the desk was locked: every page asks anew who works here. */
  z.strictObject({ kind: z.literal('deskChanged') }),
  /** Another day, year or schedule: every term may have moved. */
  z.strictObject({ kind: z.literal('calendarChanged') }),
  z.strictObject({ kind: z.literal('backupChanged') }),
  z.strictObject({ kind: z.literal('equipmentChanged') }),
  /** A reception begins soon: the page of the specialist looks at its devices by itself. */
  z.strictObject({ kind: z.literal('equipmentDue'), receptionId: z.uuid() }),
  /** Letters came or were put somewhere, a mailbox is reached or lost. */
  z.strictObject({ kind: z.literal('mailroomChanged') }),
  z.strictObject({ kind: z.literal('recordingChanged'), recordingId: z.uuid() }),
  /** A rejection went on: draft, signature, sending. */
  z.strictObject({ kind: z.literal('rejectionChanged'), applicationId: z.uuid() }),
  /** Notices, the outbox, their words or their server. */
  z.strictObject({ kind: z.literal('noticesChanged') }),
  /** Another recording of the demonstration is there. */
  z.strictObject({ kind: z.literal('demonstrationChanged') }),
])
export type Announcement = z.infer<typeof Announcement>

/** How many recordings the demonstration has made of those it makes at its first start. */
export const DemonstrationRecordings = z.strictObject({ ready: z.int(), total: z.int() })
export type DemonstrationRecordings = z.infer<typeof DemonstrationRecordings>

export const workplace = {
  status: anyone.output(
    reply(
      z.strictObject({
        version: z.string(),
        demonstration: z.boolean(),
        /** Stand-in for the Telemost room, opened instead of the link in the demonstration profile. */
        demonstrationRoomUrl: z.string().nullable(),
        firstRunDone: z.boolean(),
        now: z.iso.datetime({ offset: true }),
        can: Capabilities,
        regulation: Regulation,
      }),
    ),
  ),
  /** Everything that changes, once a second at least (`now`): pages only draw, clocks run here. */
  watch: allowed('specialist', 'head', 'technician', 'administrator').output(eventIterator(Announcement)),
  /** null: none are made here. */
  demonstrationRecordings: allowed('specialist', 'head', 'technician', 'administrator').output(
    reply(DemonstrationRecordings.nullable()),
  ),
  /** Opens (or brings back) the recorder window. */
  openRecorder: allowed('specialist').output(reply(z.null())),
  muteMicrophone: allowed('specialist')
    .input(z.strictObject({ muted: z.boolean() }))
    .output(reply(z.null())),
  /**
   * Whether the picture of this choice shows the citizen of the open reception. After a «no» the room is let go and another
   * one must be chosen. `stale` where another room was chosen meanwhile.
   */
  answerRoom: allowed('specialist')
    .input(z.strictObject({ choiceId: z.uuid(), isRight: z.boolean() }))
    .output(reply(z.null())),
}
