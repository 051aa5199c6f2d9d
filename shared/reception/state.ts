import type {
  CallResult,
  ContactMeans,
  EmergencyService,
  IdentificationResult,
  InterruptionGround,
  Lamp,
  MoveReason,
  OutcomeCode,
  ShowingMethod,
} from './event.ts'

/** An ISO 8601 instant with offset, as stored. */
export type InstantText = string

/** Where the reception stands; each step carries only its own fields. */
export type ReceptionStep =
  | { name: 'scheduled' }
  | { name: 'cancelled'; reason: 'refused' | 'notConfirmed' }
  | { name: 'moving'; reason: MoveReason }
  | { name: 'moved'; toReceptionId: string }
  | { name: 'waiting' }
  | { name: 'notifying' }
  | { name: 'identifying' }
  | { name: 'consulting' }
  | { name: 'connectionLost'; since: InstantText; back: LiveStepName }
  | { name: 'fault'; since: InstantText; description: string; back: LiveStepName | 'scheduled' }
  /** The talk is over; `outcome` is what the way here proposes, null where the specialist chooses. */
  | { name: 'closing'; outcome: OutcomeCode | null }
  | { name: 'closed'; outcome: OutcomeCode; resultText: string; needsWrittenReply: boolean; at: InstantText }

/** Steps from which nothing of this reception goes on; only «Возобновить» leads back out of `closed`. */
type OverStep = Extract<ReceptionStep, { name: 'closed' | 'cancelled' | 'moved' }>

export const isOver = (step: ReceptionStep): step is OverStep =>
  step.name === 'closed' || step.name === 'cancelled' || step.name === 'moved'

export type ReceptionStepName = ReceptionStep['name']
/** Steps in which a citizen is being received or waited for. */
export type LiveStepName = 'waiting' | 'notifying' | 'identifying' | 'consulting'

/** A span of time; `to` is null while it lasts. */
export interface TimeSpan {
  readonly from: InstantText
  readonly to: InstantText | null
}

/** Everything that was established so far, whatever the step. */
export interface ReceptionFacts {
  readonly appointedAt: InstantText
  readonly specialistId: string
  readonly roomOpenedAt: InstantText | null
  /** When each lamp was lit; null = dark. */
  readonly lamps: Readonly<Record<Lamp, InstantText | null>>
  /** The legal start: the 15 minutes and the recording begin here. */
  readonly connectedAt: InstantText | null
  readonly noticeGivenAt: InstantText | null
  /** True after an interruption of the recording until the notice was repeated. */
  readonly noticeDue: boolean
  readonly identification: {
    readonly result: IdentificationResult
    readonly method: ShowingMethod | null
    readonly reason: string | null
    readonly at: InstantText
  } | null
  /** True only after `established`; until then the strip of п. 3.8 stands. */
  readonly personalInformationAllowed: boolean
  /** Intervals in which the document is in the picture. */
  readonly documentShown: readonly TimeSpan[]
  /** How the document was shown in this attempt, from the «показан» marks alone; null = nothing was marked. */
  readonly shownMethod: ShowingMethod | null
  readonly extensions: readonly {
    readonly minutes: number
    readonly reason: string
    readonly at: InstantText
    /** The minutes give back what our own outage took. */
    readonly forOutage: boolean
  }[]
  /** The overtime was asked about at closing and left without an extension. */
  readonly overtimeLeftAt: InstantText | null
  readonly contactMeans: ContactMeans
  /** Who else hears the talk, each with the citizen's consent. */
  readonly presentPersons: readonly (TimeSpan & { readonly who: string; readonly citizenConsents: boolean })[]
  readonly connectionLosses: readonly TimeSpan[]
  readonly faults: readonly (TimeSpan & { readonly description: string })[]
  /** «Другое рабочее место»: the room of this computer is released; null once it is opened here (again). */
  readonly otherWorkplace: {
    readonly at: InstantText
    readonly place: string
    readonly workplaceId: string | null
  } | null
  readonly calls: readonly {
    readonly at: InstantText
    readonly result: CallResult
    readonly agreedTime: InstantText | null
  }[]
  readonly warnings: readonly InstantText[]
  readonly headInformedAt: InstantText | null
  readonly emergencyCalls: readonly { readonly service: EmergencyService; readonly at: InstantText }[]
  /** After the talk: the citizen is out of the room. */
  readonly leftRoomAt: InstantText | null
  readonly interruption: {
    readonly ground: InterruptionGround
    readonly reason: string | null
    readonly at: InstantText
  } | null
  readonly recordingRefusedAt: InstantText | null
  /** After a refused recording: when the right to come in person or to write was explained. */
  readonly rightsExplainedAt: InstantText | null
  /** When the talk ended (talkEnded, an interruption, the citizen left …): the clock stands. */
  readonly endedAt: InstantText | null
  readonly workInterruptions: readonly {
    readonly from: InstantText
    readonly to: InstantText
    readonly cause: string
  }[]
  readonly reopenings: readonly { readonly at: InstantText; readonly reason: string }[]
}

/** The fold of all events of one reception. */
export interface ReceptionState {
  readonly step: ReceptionStep
  readonly facts: ReceptionFacts
  /** Sequence the next event must carry. */
  readonly nextSequence: number
}
