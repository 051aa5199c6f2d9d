import type { RecordingTale } from '../../shared/recording/story.ts'
import type { HoldStore } from './holds/hold-store.ts'
import type { ImportStore } from './import/import-store.ts'
import type { RecordingEvents } from './recording-events.ts'
import type { StoredRecording } from './recording-row.ts'

interface RecordingTalesDeps {
  readonly holds: Pick<HoldStore, 'isHeld'>
  readonly imports: Pick<ImportStore, 'ofRecording'>
  readonly events: Pick<RecordingEvents, 'seals'>
}

/** One stored recording as «Почему нет записи?» tells it, on the wall clock. */
export function recordingTale(found: StoredRecording, { holds, imports, events }: RecordingTalesDeps): RecordingTale {
  const { recordingId, startedAt } = found.session
  const at = (ms: number): string => new Date(Date.parse(startedAt) + ms).toISOString()
  return {
    id: recordingId,
    state: found.state,
    verdict: found.verdict,
    startedAt,
    durationMs: found.durationMs,
    trouble: found.trouble,
    destroyedOn: found.destroyedOn,
    held: holds.isHeld(recordingId),
    parts: (found.manifest?.parts ?? []).map(({ partNumber, offsetMs, durationMs }) => ({
      partNumber,
      startedAt: at(offsetMs),
      durationMs,
    })),
    gaps: (found.slip?.gaps ?? []).map(({ startMs, endMs, cause }) => ({ from: at(startMs), to: at(endMs), cause })),
    seals: [...events.seals(recordingId)],
    imported: imports.ofRecording(recordingId),
  }
}
