/** What a check goes through, in order. */
export const checkSteps = ['camera', 'microphone', 'speaker', 'peer', 'server', 'rehearsal', 'computer'] as const
export type CheckStep = (typeof checkSteps)[number]
export type StepState = 'waiting' | 'running' | 'done'

/** Everything the screen shows while a check runs. */
export interface CheckProgress {
  readonly steps: Readonly<Partial<Record<CheckStep, StepState>>>
  /** The camera's picture while it is looked at. */
  readonly stream: MediaStream | null
  /** The microphone's level, dBFS; null while it is not listened to. */
  readonly levelDb: number | null
  /** «Слышите тон?» is being asked. */
  readonly asksTone: boolean
}

export const noProgress: CheckProgress = { steps: {}, stream: null, levelDb: null, asksTone: false }
