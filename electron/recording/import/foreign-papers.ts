import type { Stretch } from '../../../shared/media/stretch.ts'
import { coverageOf, withoutHoles } from '../../../shared/recording/coverage.ts'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { Manifest, Slip, type SlipRemark, type SlipThresholds } from '../../../shared/recording/slip.ts'
import { judge, verdictOf } from '../../../shared/recording/verdict.ts'
import type { ForeignFile } from './read-foreign-file.ts'

export interface ForeignPapersFacts {
  readonly session: RecordingSession
  readonly file: ForeignFile
  readonly sha256: string
  readonly byteLength: number
  /** Length of the talk by the clock; null where it is not known. */
  readonly talkMs: number | null
  readonly thresholds: SlipThresholds
  readonly nowMs: number
}

/** What only our own parts and logs can tell. */
const notOfAForeignFile = {
  unreadableParts: 0,
  packetsDiffering: 0,
  chunksMissing: 0,
  mayPictureStand: true,
  standInMs: 0,
  citizenLostMs: 0,
  specialistLostMs: 0,
  talkStartMissingMs: 0,
  talkEndMissingMs: 0,
  unloggedMs: 0,
  tailCutBytes: 0,
  clockSetMs: 0,
  partsApart: 0,
}

/** The slip of a file made elsewhere: judged by the same thresholds, as far as such a file can tell. */
export function foreignSlip({ session, file, thresholds, talkMs, ...rest }: ForeignPapersFacts): Slip {
  const { durationMs, silentShare } = file
  const measured = {
    recordedMs: durationMs,
    gaps: [],
    audioHolesMs: file.soundHoles.totalMs,
    separationDb: null,
    // Judged below as one voice: which of the two it is, nobody can say.
    citizenSilentShare: 0,
    specialistSilentShare: 0,
    blackShare: file.blackShare,
    frozenShare: 0,
    driftMsPerMinute: 0,
    decodeErrors: file.decodeErrors,
  }
  const whole = { startMs: 0, endMs: durationMs }
  const of = (holes: readonly Stretch[]) => coverageOf(withoutHoles(whole, holes), whole)
  const shorterMs = talkMs === null ? 0 : Math.max(0, talkMs - durationMs)
  const judged = judge(
    {
      ...measured,
      ...notOfAForeignFile,
      shorterMs,
      pictureMissingMs: file.pictureHoles.totalMs,
      nobodyHeardMs: coverageOf(file.heard, whole).longestHoleMs,
      roomsNotRecognised: 0,
      roomLostMs: 0,
      fileCutShortMs: file.cutShortMs,
    },
    thresholds,
  )
  const silence: SlipRemark[] =
    silentShare > Math.min(thresholds.citizenSilentRemarkShare, thresholds.specialistSilentRemarkShare)
      ? [{ code: 'soundSilent', severity: 'remark', value: silentShare }]
      : []
  const remarks = [...judged.remarks, ...silence]
  return Slip.parse({
    recordingId: session.recordingId,
    origin: 'telemost',
    verdict: verdictOf(remarks),
    remarks,
    durationMs,
    wallClockMs: Math.max(talkMs ?? durationMs, durationMs + file.cutShortMs),
    sha256: rest.sha256,
    byteLength: rest.byteLength,
    audioHoleCount: file.soundHoles.count,
    ...measured,
    coverage: {
      talk: null,
      picture: of(file.pictureHoles.holes),
      freshPicture: null,
      sound: of(file.soundHoles.holes),
      citizenVoice: null,
      specialistVoice: null,
    },
    citizenSilentShare: silentShare,
    specialistSilentShare: silentShare,
    markers: [],
    // Where the document is, such a file does not say: it is covered from the first picture to the last.
    documentIntervals: [{ startMs: 0, endMs: durationMs }],
    videoCodec: file.facts.videoCodec ?? '',
    audioCodec: file.facts.audioCodec ?? '',
    checkedAt: new Date(rest.nowMs).toISOString(),
  })
}

/** What lies beside the untouched file; its own name, which may hold a surname, is not among it. */
export function foreignManifest({ session, file, ...rest }: ForeignPapersFacts): Manifest {
  const startedMs = Date.parse(session.startedAt)
  return Manifest.parse({
    format: 1,
    recordingId: session.recordingId,
    receptionId: session.receptionId,
    bodyId: session.bodyId,
    workplaceId: session.workplaceId,
    file: `${session.recordingId}.${file.container.ending}`,
    byteLength: rest.byteLength,
    sha256: rest.sha256,
    startedAt: session.startedAt,
    stoppedAt: new Date(startedMs + file.durationMs).toISOString(),
    sealedAt: new Date(rest.nowMs).toISOString(),
    retainUntil: session.retainUntil,
    origin: 'telemost',
    parts: [],
    program: session.program,
    regulation: session.regulation,
    encoder: 'telemost',
  })
}
