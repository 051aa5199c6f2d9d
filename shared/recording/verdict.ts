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
  /** Largest step of the system clock during the recording, signed milliseconds; absent or 0 = none. */
  readonly clockStepMs?: number
  /** Media short of the clock in regularly stopped parts. */
  readonly shorterMs: number
  /** No picture at all while there was sound. */
  readonly pictureMissingMs: number
  /** Where a film may stand still without a packet (made by another program) a missing picture is a remark at most. */
  readonly mayPictureStand: boolean
  /** The pump had no source and drew «Нет изображения». */
  readonly standInMs: number
  /** The longest stretch in which neither voice was heard; for each voice the longer of its two edges. */
  readonly nobodyHeardMs: number
  readonly citizenLostMs: number
  readonly specialistLostMs: number
  /** Of the talk by the reception's events, without any media; 0 where the events are not known. */
  readonly talkStartMissingMs: number
  readonly talkEndMissingMs: number
  /** Media no line of the log vouches for. */
  readonly unloggedMs: number
  /** Bytes cut off behind the last whole block. */
  readonly tailCutBytes: number
  /** How far the computer's clock was set while recording, the largest step. */
  readonly clockSetMs: number
  /** Readable parts of another codec: they lie beside the sealed file. */
  readonly partsApart: number
  /** What the header of a file promises beyond what is in it. */
  readonly fileCutShortMs: number
  /** Choices of a room nobody answered for. */
  readonly roomsNotRecognised: number
  /** Of the talk, while the page of the room was dead, closed or at its entrance; 0 = not once. */
  readonly roomLostMs: number
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
 * - pictureHoleMinimumMs 2000: a tab that stands still was written once in 1.0–1.93 s without the pump (A2), every 0.2 s
 *   with it. pictureMissingRemarkMs 2000: one such hole. pictureMissingDamageShare 0.05: as for the sound.
 * - standInRemarkMs 5000: a source chosen anew takes a person some seconds. roomLostRemarkMs 5000: whoever ends a talk
 *   may leave the meeting some seconds before saying so here; who enters it again takes longer.
 * - speechPauseMs 10000: silence of a speaker that ends sooner is a pause. voiceLostMinimumMs 15000 and
 *   voiceLostRemarkShare ⅓: a voice missing at the beginning or the end for a third of the talk (testrtc's share for
 *   black), and no shorter than a long pause; in between a listener may be silent for long.
 * - talkStartRemarkMs 5000: the recorder starts behind the press of «Гражданин подключился», on a busy machine by
 *   seconds. talkEndRemarkMs 2000: two chunks of the measured worst length (A2).
 * - unloggedRemarkMs 2000: the longest single chunk ever measured, 1.93 s (A2); a kill between the bytes and their line
 *   leaves one. unloggedDamageShare 0.1: as for a recording shorter than the clock.
 * - clockStepMs 2000: no chunk that comes in time is so late; time services slew what is less.
 */
export function judge(measured: Measured, thresholds: SlipThresholds): { verdict: Verdict; remarks: SlipRemark[] } {
  const remarks: SlipRemark[] = []
  const note = (code: SlipRemark['code'], severity: SlipRemark['severity'], value: number | null) => {
    remarks.push({ code, severity, value })
  }
  const { recordedMs } = measured

  if (measured.unreadableParts > 0) note('unreadable', 'damage', measured.unreadableParts)
  if (measured.partsApart > 0) note('partsApart', 'damage', measured.partsApart)
  if (measured.decodeErrors > 0) note('decodeErrors', 'damage', measured.decodeErrors)
  if (measured.packetsDiffering > 0) note('packetsDiffer', 'damage', measured.packetsDiffering)
  if (measured.chunksMissing > 0) note('chunkMissing', 'damage', measured.chunksMissing)
  if (measured.unloggedMs > thresholds.unloggedRemarkMs) {
    const share = recordedMs > 0 ? measured.unloggedMs / recordedMs : 1
    note('unlogged', share > thresholds.unloggedDamageShare ? 'damage' : 'remark', measured.unloggedMs)
  }
  if (measured.tailCutBytes > 0) note('tailCut', 'note', measured.tailCutBytes)
  if (measured.fileCutShortMs > thresholds.shorterRemarkMs) {
    const share = measured.fileCutShortMs / (recordedMs + measured.fileCutShortMs)
    note('fileCutShort', share > thresholds.shorterDamageShare ? 'damage' : 'remark', measured.fileCutShortMs)
  }
  if (measured.clockSetMs > 0) note('clockSet', 'remark', measured.clockSetMs)

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
  if (measured.pictureMissingMs > thresholds.pictureMissingRemarkMs) {
    const share = recordedMs > 0 ? measured.pictureMissingMs / recordedMs : 1
    const isDamage = share > thresholds.pictureMissingDamageShare && !measured.mayPictureStand
    note('pictureMissing', isDamage ? 'damage' : 'remark', measured.pictureMissingMs)
  }
  if (measured.standInMs > thresholds.standInRemarkMs) note('standInPicture', 'remark', measured.standInMs)
  if (measured.talkStartMissingMs > thresholds.talkStartRemarkMs)
    note('talkStartMissing', 'remark', measured.talkStartMissingMs)
  if (measured.talkEndMissingMs > thresholds.talkEndRemarkMs)
    note('talkEndMissing', 'remark', measured.talkEndMissingMs)
  const isLost = (ms: number) =>
    recordedMs > 0 && ms > thresholds.voiceLostMinimumMs && ms > thresholds.voiceLostRemarkShare * recordedMs
  if (isLost(measured.nobodyHeardMs)) note('nobodyHeard', 'remark', measured.nobodyHeardMs)
  if (isLost(measured.citizenLostMs) && measured.citizenSilentShare <= thresholds.citizenSilentRemarkShare)
    note('citizenLost', 'remark', measured.citizenLostMs)
  if (isLost(measured.specialistLostMs) && measured.specialistSilentShare <= thresholds.specialistSilentRemarkShare)
    note('specialistLost', 'remark', measured.specialistLostMs)
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

  if (measured.roomsNotRecognised > 0) note('roomNotRecognised', 'remark', measured.roomsNotRecognised)

  if (measured.roomLostMs > 0)
    note('roomLost', measured.roomLostMs > thresholds.roomLostRemarkMs ? 'remark' : 'note', measured.roomLostMs)

  if (measured.clockStepMs) note('clockChanged', 'remark', measured.clockStepMs)

  return { verdict: verdictOf(remarks), remarks }
}

/** The worst of the findings decides. */
export function verdictOf(remarks: readonly SlipRemark[]): Verdict {
  if (remarks.some(remark => remark.severity === 'damage')) return 'damaged'
  return remarks.some(remark => remark.severity === 'remark') ? 'doubtful' : 'sound'
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
