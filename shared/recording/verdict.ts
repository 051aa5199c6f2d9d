import type { Slip, SlipRemark, SlipThresholds, Verdict } from './slip.ts'

/** What was measured of one recording; the judgement needs nothing else. */
export interface Measured
  extends Pick<
    Slip,
    | 'recordedMs'
    | 'gaps'
    | 'audioHolesMs'
    | 'separationDb'
    | 'citizenSilentShare'
    | 'specialistSilentShare'
    | 'blackShare'
    | 'frozenShare'
    | 'driftMsPerMinute'
    | 'decodeErrors'
  > {
  /** Parts with bytes nobody can read, or none at all to seal. */
  readonly unreadableParts: number
  /** Packets of the raw parts not found, or found changed, in the sealed file. */
  readonly packetsDiffering: number
  /** Chunks lost, changed or out of order according to the sink's log. */
  readonly chunksMissing: number
  /** Media short of the clock in regularly stopped parts. */
  readonly shorterMs: number
}

/**
 * Turns measurements into a verdict. Any damage → damaged, any remark → doubtful. A picture that stands still while
 * sound goes on is a remark at most: a citizen without a camera is heard.
 *
 * Where the values of resources/recording-thresholds.json come from (facts/recording.md, facts/capture-measured.md):
 * - shorterRemarkMs 1000, gapRemarkMs 1000, audioHolesRemarkMs 1000: the second the issue allows to be lost at a kill.
 * - shorterDamageShare 0.1: Cap's note at < 90 % of the wall clock (A.1). audioHolesDamageShare 0.05: OBS paints
 *   more than 5 % lost frames red (A.1).
 * - audioHoleMinimumMs 30: half of Chromium's 60 ms packet; packet times jitter by up to 5 ms (fixture, measured).
 * - separationRemarkDb 15: mono measures 0, the failing 24 kbit/s 13–25, sound stereo 58 and more (A1); an office
 *   microphone that hears the loudspeaker falls below it too and is worth the remark.
 * - silenceLevelDb −60: testrtc, Cap and ffmpeg's silencedetect agree (B.2).
 * - citizenSilentRemarkShare, specialistSilentRemarkShare 0.97: under half a minute of voice in fifteen.
 * - blackLuma 20, blackRemarkShare ⅓: testrtc (B.2). frozenRemarkShare 0.5: testrtc says ⅓ for a camera; a document on
 *   the shared screen stands still rightfully, so half.
 * - driftRemarkMsPerMinute 30: Cap's "investigate" (A.1).
 */
export function judge(measured: Measured, thresholds: SlipThresholds): { verdict: Verdict; remarks: SlipRemark[] } {
  const remarks: SlipRemark[] = []
  const note = (code: SlipRemark['code'], severity: SlipRemark['severity'], value: number | null) => {
    remarks.push({ code, severity, value })
  }
  const { recordedMs } = measured

  if (measured.unreadableParts > 0) note('unreadable', 'damage', measured.unreadableParts)
  if (measured.decodeErrors > 0) note('decodeErrors', 'damage', measured.decodeErrors)
  if (measured.packetsDiffering > 0) note('packetsDiffer', 'damage', measured.packetsDiffering)
  if (measured.chunksMissing > 0) note('chunkMissing', 'damage', measured.chunksMissing)

  if (measured.shorterMs > thresholds.shorterRemarkMs) {
    const share = measured.shorterMs / (recordedMs + measured.shorterMs)
    note('shorterThanWallClock', share > thresholds.shorterDamageShare ? 'damage' : 'remark', measured.shorterMs)
  }
  const gapMs = measured.gaps.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0)
  if (gapMs > thresholds.gapRemarkMs) note('gap', 'remark', gapMs)
  if (measured.audioHolesMs > thresholds.audioHolesRemarkMs) {
    const share = recordedMs > 0 ? measured.audioHolesMs / recordedMs : 1
    note('audioHoles', share > thresholds.audioHolesDamageShare ? 'damage' : 'remark', measured.audioHolesMs)
  }
  if (measured.separationDb !== null && measured.separationDb < thresholds.separationRemarkDb)
    note('separationLow', 'remark', measured.separationDb)
  if (measured.citizenSilentShare > thresholds.citizenSilentRemarkShare)
    note('citizenSilent', 'remark', measured.citizenSilentShare)
  if (measured.specialistSilentShare > thresholds.specialistSilentRemarkShare)
    note('specialistSilent', 'remark', measured.specialistSilentShare)
  if (measured.blackShare > thresholds.blackRemarkShare) note('blackPicture', 'remark', measured.blackShare)
  if (measured.frozenShare > thresholds.frozenRemarkShare) note('frozenPicture', 'remark', measured.frozenShare)
  if (Math.abs(measured.driftMsPerMinute) > thresholds.driftRemarkMsPerMinute)
    note('drift', 'remark', measured.driftMsPerMinute)

  const damaged = remarks.some(remark => remark.severity === 'damage')
  return { verdict: damaged ? 'damaged' : remarks.length > 0 ? 'doubtful' : 'sound', remarks }
}

/**
 * Share of the recorded time in which the picture did not change, from the pump's counters. A repeated or stand-in
 * picture stands for `stillRepeatMs`, at most for the whole time since the report before.
 */
export function frozenShareOf(
  reports: readonly { atMs: number; repeated: number; placeholder: number }[],
  options: { startedAtMs: number; recordedMs: number; stillRepeatMs: number },
): number {
  if (options.recordedMs <= 0) return 0
  let previousMs = options.startedAtMs
  let stillMs = 0
  for (const report of reports) {
    const still = (report.repeated + report.placeholder) * options.stillRepeatMs
    stillMs += Math.min(still, Math.max(0, report.atMs - previousMs))
    previousMs = Math.max(previousMs, report.atMs)
  }
  return Math.min(1, stillMs / options.recordedMs)
}
