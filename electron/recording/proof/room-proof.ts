import type { SessionLogLine } from '../../../shared/recording/part-log.ts'
import type { RoomProof } from '../../../shared/recording/slip.ts'

/** What the log tells of the rooms that were captured, and how many of them nobody answered for. */
export function roomProofOf(sessionLog: readonly SessionLogLine[]): { room: RoomProof | null; notRecognised: number } {
  const lines = sessionLog.filter(line => line.kind === 'room')
  const known = new Set(lines.filter(({ by }) => by !== null).map(({ choiceId }) => choiceId))
  const notRecognised = new Set(lines.map(({ choiceId }) => choiceId).filter(choiceId => !known.has(choiceId))).size
  if (lines.length === 0) return { room: null, notRecognised }
  if (notRecognised > 0) return { room: 'notRecognised', notRecognised }
  return { room: lines.some(({ by }) => by === 'person') ? 'recognised' : 'given', notRecognised }
}
