import type { Session } from '../../shared/contract/accounts.ts'
import type { RecordingSession } from '../../shared/recording/part-log.ts'
import { retainUntil } from '../../shared/retention/retain-until.ts'
import { localDate } from '../../shared/text/date-time.ts'

/** What every recording of this program carries, whoever made the file. */
export interface RecordingIdentity {
  readonly retentionYears: number
  readonly program: string
  readonly regulation: string
}

/** The session of a recording: its ids, and its retention from the local day it began on (п. 3.6). */
export const recordingSession = (
  who: Session,
  { recordingId, receptionId, startedAt }: { recordingId: string; receptionId: string; startedAt: string },
  { retentionYears, program, regulation }: RecordingIdentity,
): RecordingSession => ({
  recordingId,
  receptionId,
  bodyId: who.body.id,
  workplaceId: who.workplace.id,
  startedAt,
  retainUntil: retainUntil(localDate(startedAt, who.body.timeZone), retentionYears),
  program,
  regulation,
})
