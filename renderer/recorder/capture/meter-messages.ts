/** What the level meter in the audio thread tells the page, about ten times a second. */
export interface MeterReport {
  /** Sum of squared samples of each channel since the report before. */
  readonly sums: readonly number[]
  /** Sample frames summed. */
  readonly frames: number
}

export const meterProcessorName = 'level-meter'
export const meterReportMs = 100
