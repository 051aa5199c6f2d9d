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

export interface AbsenceTables {
  absence: AbsenceTable
  absence_withdrawal: AbsenceWithdrawalTable
}
