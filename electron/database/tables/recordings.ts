/** A recording this program began itself, written before its first byte. */
interface RecordingBegunTable {
  recording_id: string
  body_id: string
  workplace_id: string
  reception_id: string
  begun_at: string
}

/** A found recording a person took into the journal. */
interface RecordingAdoptionTable {
  recording_id: string
  body_id: string
  workplace_id: string
  reason: string
  adopted_at: string
  adopted_by: string
}

export interface RecordingTables {
  recording_begun: RecordingBegunTable
  recording_adoption: RecordingAdoptionTable
}
