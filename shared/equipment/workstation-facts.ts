/** What the workstation measures of its computer; `null` = the system does not tell. */
export interface ComputerFacts {
  readonly roomInReceptions: number | null
  readonly writeMegabytesPerSecond: number | null
  /** The slowest of a few tens. */
  readonly flushMs: number | null
  readonly idleProcessorPercent: number | null
  readonly freeMemoryGigabytes: number | null
  /** Against a server reached over the network. */
  readonly clockOffsetSeconds: number | null
  readonly systemTimeZone: string
  readonly bodyTimeZone: string
  readonly sameOffset: boolean
  readonly ffmpegVersion: string | null
  readonly missingMuxers: readonly string[]
  readonly secondEngineRefusal: string | null
  readonly power: 'mains' | 'battery' | null
  readonly sleepAfterMinutes: number | null
  readonly encrypted: boolean | null
}

export type HostProblem = 'lookupFailed' | 'refusedConnection' | 'certificate' | 'timeout' | 'failed'

/** One host of Telemost as it answered. */
export interface HostFacts {
  readonly host: string
  readonly lookupMs: number | null
  readonly connectMs: number | null
  readonly secureMs: number | null
  readonly answerMs: number | null
  readonly status: number | null
  readonly problem: HostProblem | null
  /** Wall clock of the server minus ours, seconds. */
  readonly clockOffsetSeconds: number | null
}

export interface WorkstationFacts {
  readonly computer: ComputerFacts
  /** Empty where nothing was asked over the network. */
  readonly hosts: readonly HostFacts[]
  /** The meeting of the next reception; null = none today. */
  readonly link: HostFacts | null
}
