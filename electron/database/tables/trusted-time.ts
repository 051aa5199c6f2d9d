interface TrustedTimeTable {
  workplace_id: string
  believed_at: string
}

interface TimeConfirmationTable {
  id: string
  body_id: string
  workplace_id: string
  confirmed_at: string
  believed_before: string | null
  after_sequence: number
  reason: string
  confirmed_by: string
}

export interface TrustedTimeTables {
  trusted_time: TrustedTimeTable
  time_confirmation: TimeConfirmationTable
}
