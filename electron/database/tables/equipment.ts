import type { CheckKind } from '../../../shared/contract/equipment.ts'
import type { DecisionKind } from '../../../shared/equipment/blocking.ts'
import type { CheckCode, CheckState } from '../../../shared/equipment/codes.ts'

/** Append-only: figures and names of devices, never a sound or a picture. */
export interface EquipmentCheckTable {
  id: string
  body_id: string
  workplace_id: string
  reception_id: string | null
  kind: CheckKind
  started_at: string
  finished_at: string
  author_id: string
  /** As measured, before any decision. */
  state: CheckState
  /** JSON of CheckResult[]. */
  results: string
  devices: string
  versions: string
}

/** Append-only: what a person decided about one line of a check. */
export interface EquipmentDecisionTable {
  id: string
  body_id: string
  workplace_id: string
  check_id: string
  code: CheckCode
  kind: DecisionKind
  reason: string
  author_id: string
  at: string
}

/** Append-only: the latest row is what is so. */
export interface WorkplacePassportTable {
  id: string
  body_id: string
  workplace_id: string
  inventory_number: string
  room: string
  owner: string
  nearby: string
  author_id: string
  at: string
}

/** Tables of the equipment check, by name. */
export interface EquipmentTables {
  equipment_check: EquipmentCheckTable
  equipment_decision: EquipmentDecisionTable
  workplace_passport: WorkplacePassportTable
}
