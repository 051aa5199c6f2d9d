import * as z from 'zod'
import { Cause, CheckCode, CheckResult, CheckState, Unit } from '../equipment/codes.ts'
import { DeviceName, PageMeasurements } from '../equipment/measurements.ts'
import { RehearsalPage } from '../equipment/rehearsal-page.ts'
import { RoomProblem } from '../equipment/room-problem.ts'
import { SfuMethod } from '../equipment/sfu-signalling.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Instant = z.iso.datetime({ offset: true })
const Reason = typedText().trim().min(3, 'Укажите причину').max(500, 'Слишком длинно')

/** `quick` before a session, `full` with the rehearsal, `silent` by itself before a reception. */
export const CheckKind = z.enum(['quick', 'full', 'silent'])
export type CheckKind = z.infer<typeof CheckKind>

export const DecisionKind = z.enum(['toneHeard', 'toneNotHeard', 'falseAlarm', 'withoutCamera'])

/** What somebody decided about a line, in the order it was decided. */
export const CheckDecision = z.strictObject({
  code: CheckCode,
  kind: DecisionKind,
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type CheckDecision = z.infer<typeof CheckDecision>

/** A finished check as it is kept: figures and names of devices, never a sound or a picture. */
export const EquipmentCheck = z.strictObject({
  id: z.uuid(),
  kind: CheckKind,
  receptionId: z.uuid().nullable(),
  startedAt: Instant,
  finishedAt: Instant,
  /** «Иванова А. П.» */
  by: z.string(),
  /** After the decisions. */
  state: CheckState,
  /** A room cannot be opened while one stands. */
  blocked: z.array(CheckCode),
  results: z.array(CheckResult),
  decisions: z.array(CheckDecision),
  devices: z.strictObject({
    camera: DeviceName.nullable(),
    microphone: DeviceName.nullable(),
    speaker: DeviceName.nullable(),
  }),
  versions: z.strictObject({ program: z.string(), browser: z.string(), ffmpeg: z.string(), system: z.string() }),
})
export type EquipmentCheck = z.infer<typeof EquipmentCheck>

/** What «Сегодня» says of the workplace. */
export const Readiness = z.strictObject({
  /** The reception's own check of today, else the latest of today; null = none today. */
  check: EquipmentCheck.nullable(),
  /** The full check with the rehearsal was not made today. */
  fullDue: z.boolean(),
  /** Why no room may be opened now, in words; null = it may. */
  roomRefusal: z.string().nullable(),
  /** The room of this reception was to be opened and did not; null = nothing of that is known. */
  roomProblem: RoomProblem.nullable(),
})
export type Readiness = z.infer<typeof Readiness>

/** «Паспорт рабочего места». */
export const Passport = z.strictObject({
  inventoryNumber: typedText().trim().max(100),
  room: typedText().trim().max(100),
  /** п. 3.2: whose equipment it is. */
  owner: typedText().trim().max(200),
  /** Who can be called to it. */
  nearby: typedText().trim().max(200),
})
export type Passport = z.infer<typeof Passport>

const Trend = { code: CheckCode, unit: Unit }
/** The last 30 days of this computer, against itself. */
export const Trends = z.strictObject({
  drifts: z.array(z.strictObject({ ...Trend, usual: z.number(), now: z.number() })),
  series: z.array(z.strictObject({ ...Trend, points: z.array(z.strictObject({ at: Instant, figure: z.number() })) })),
})
export type Trends = z.infer<typeof Trends>

const CheckAt = z.strictObject({ at: Instant, state: CheckState })

/** One line of the morning board: times, figures and names of rooms; of the receptions only when the first one begins. */
export const BoardLine = z.strictObject({
  workplaceId: z.uuid(),
  name: z.string(),
  /** From the passport; empty where nobody wrote it. */
  room: z.string(),
  /** It is the computer this is read at. */
  isHere: z.boolean(),
  /** The first reception of today that was not cancelled or moved; null = none. */
  firstReceptionAt: Instant.nullable(),
  /** The last full check of today. */
  full: CheckAt.nullable(),
  /** The last check of any kind and day. */
  latest: CheckAt.nullable(),
  /** A room cannot be opened there. */
  isBlocked: z.boolean(),
  /** The gravest and the oldest first. */
  troubles: z.array(
    z.strictObject({
      code: CheckCode,
      state: CheckState.extract(['warning', 'fault']),
      cause: Cause.nullable(),
      since: Instant,
      times: z.int().positive(),
    }),
  ),
})
export type BoardLine = z.infer<typeof BoardLine>

/** A file for the person's own folder; the name has no ending. */
export const EquipmentFile = z.strictObject({ name: z.string(), base64: z.string() })
export type EquipmentFile = z.infer<typeof EquipmentFile>

/** Who keeps the workplace alive. */
const keepers = allowed('technician', 'administrator', 'head')

/** Who measures may be anybody who works here; whom they receive is nobody's business in it. */
const everybody = allowed('specialist', 'head', 'technician', 'administrator')
const ById = z.strictObject({ checkId: z.uuid() })
export const checksPerPage = 50

export const equipment = {
  /** The workstation begins its own measurements; the page measures its devices meanwhile. */
  begin: everybody
    .input(z.strictObject({ kind: CheckKind, receptionId: z.uuid().nullable() }))
    /** `server`: the department's media server is set up and this check asks it. */
    .output(reply(ById.extend({ server: z.boolean() }))),
  /** One question to that server, mediasoup's own words; the page has no way there by itself. */
  askServer: everybody.input(ById.extend({ method: SfuMethod, data: z.json() })).output(reply(z.json())),
  /** What the page measured; answers the judged and stored check. */
  finish: everybody.input(ById.extend({ page: PageMeasurements })).output(reply(EquipmentCheck)),
  /** Nothing is kept of it. */
  cancel: everybody.input(ById).output(reply(z.null())),
  /** Records the rehearsal, once the page's recorder is connected and armed. Refused for a check without one. */
  startRehearsal: everybody.input(ById).output(reply(z.null())),
  /** Ends and decodes it; the address plays it until it is erased, null where there is nothing to hear. */
  stopRehearsal: everybody
    .input(ById.extend({ page: RehearsalPage }))
    .output(reply(z.strictObject({ playAddress: z.string().nullable() }))),
  /** It was listened to: voice and picture are erased at once. */
  eraseRehearsal: everybody.output(reply(z.null())),
  /** The latest check of this workplace; null before the first one. */
  latest: everybody.output(reply(EquipmentCheck.nullable())),
  list: everybody
    .input(z.strictObject({ offset: z.int().nonnegative() }))
    .output(reply(z.strictObject({ checks: z.array(EquipmentCheck), total: z.int() }))),
  readiness: everybody.input(z.strictObject({ receptionId: z.uuid().nullable() })).output(reply(Readiness)),
  /** Whether the tone was heard: the ear of a person is the last word. */
  answerTone: everybody.input(ById.extend({ heard: z.boolean() })).output(reply(EquipmentCheck)),
  /** «Приём без камеры»: a decision with its reason. */
  receiveWithoutCamera: allowed('specialist', 'head')
    .input(ById.extend({ reason: Reason }))
    .output(reply(EquipmentCheck)),
  /** The other workplaces of the body this program knows, for «Другое рабочее место»; none where it knows only itself. */
  otherWorkplaces: allowed('specialist', 'head').output(
    reply(z.array(z.strictObject({ workplaceId: z.uuid(), name: z.string(), room: z.string() }))),
  ),
  /**
   * What came of opening a room; null = it opened after all. While a problem stands, the reception cannot begin.
   * `atMs`: when it was found, by the clock of this computer; now where absent.
   */
  reportRoom: allowed('specialist')
    .input(
      z.strictObject({ receptionId: z.uuid(), problem: RoomProblem.nullable(), atMs: z.int().positive().optional() }),
    )
    .output(reply(z.null())),
  trends: keepers.output(reply(Trends)),
  /** «Утренняя доска»: the workplaces of the body, the one that receives first on top; nothing of any citizen. */
  board: keepers.output(reply(z.array(BoardLine))),
  passport: keepers.output(reply(Passport.nullable())),
  savePassport: allowed('technician', 'administrator').input(Passport).output(reply(Passport)),
  /** XLSX of the last 30 days. */
  report: keepers.output(reply(EquipmentFile)),
  /** Every word of the support bundle before it is made. */
  bundlePreview: keepers.output(
    reply(z.strictObject({ files: z.array(z.strictObject({ name: z.string(), text: z.string() })) })),
  ),
  bundle: keepers.output(reply(EquipmentFile)),
  /** Camera or microphone only; written into the event log. The recorder has no override (п. 3.6). */
  callFalseAlarm: allowed('head', 'technician')
    .input(ById.extend({ code: CheckCode, reason: Reason }))
    .output(reply(EquipmentCheck)),
}
