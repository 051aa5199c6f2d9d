interface AbsenceTable {
  id: string
  body_id: string
  workplace_id: string
  account_id: string
  /** Local dates of the body, both included. */
  from_on: string
  to_on: string
  note: string
  noted_at: string
}

interface AbsenceWithdrawalTable {
  absence_id: string
  withdrawn_by: string
  withdrawn_at: string
}

interface RegistrationRequestTable {
  request_id: string
  application_id: string
  /** JSON of `Appointed`; null: no reception was asked for. */
  appointed: string | null
}

export interface AbsenceTables {
  absence: AbsenceTable
  absence_withdrawal: AbsenceWithdrawalTable
  registration_request: RegistrationRequestTable
}
