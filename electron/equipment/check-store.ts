import { randomUUID } from 'node:crypto'
import type { CheckDecision, EquipmentCheck } from '../../shared/contract/equipment.ts'
import { afterDecisions, blockingResults, type DecisionKind } from '../../shared/equipment/blocking.ts'
import { type CheckCode, CheckResult } from '../../shared/equipment/codes.ts'
import { isForTechnician, worstState } from '../../shared/equipment/groups-and-states.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { EquipmentCheckTable } from '../database/tables/equipment.ts'

/** A check as it is about to be kept. */
export interface NewCheck
  extends Pick<EquipmentCheck, 'id' | 'kind' | 'receptionId' | 'startedAt' | 'results' | 'devices' | 'versions'> {
  readonly authorId: string
}

export interface NewDecision {
  readonly checkId: string
  readonly code: CheckCode
  readonly kind: DecisionKind
  readonly reason: string
  readonly authorId: string
}

/** Checks of this workplace, append-only; a decision stands beside a check, it never changes one. */
export interface CheckStore {
  add(check: NewCheck): EquipmentCheck
  /** False for an unknown check. Read it anew after the transaction. */
  decide(decision: NewDecision): boolean
  byId(checkId: string): EquipmentCheck | null
  latest(): EquipmentCheck | null
  latestOfReception(receptionId: string): EquipmentCheck | null
  /** Newest first. */
  list(page: { offset: number; limit: number }): readonly EquipmentCheck[]
  /** From an instant on, oldest first: for baselines and trends; of this workplace unless another is named. */
  since(instant: string, workplaceId?: string): readonly EquipmentCheck[]
  count(): number
}

export interface CheckStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
}

type CheckRow = EquipmentCheckTable & { full_name: string }
type DecisionRow = Omit<CheckDecision, 'by'> & { full_name: string }

const stateForAll = (results: readonly CheckResult[]) =>
  worstState(results.filter(({ code }) => !isForTechnician(code)).map(({ state }) => state))

const checks = `select equipment_check.*, account.full_name from equipment_check
  join account on account.id = equipment_check.author_id where equipment_check.workplace_id = ?`

export function makeCheckStore({ read, write, place, clock }: CheckStoreDeps): CheckStore {
  const one = read.prepareRead<CheckRow>(`${checks} and equipment_check.id = ?`)
  const newest = read.prepareRead<CheckRow>(`${checks} order by finished_at desc limit ? offset ?`)
  const ofReception = read.prepareRead<CheckRow>(`${checks} and reception_id = ? order by finished_at desc limit 1`)
  const after = read.prepareRead<CheckRow>(`${checks} and finished_at >= ? order by finished_at limit 5000`)
  const counted = read.prepareRead<{ total: number }>(
    'select count(*) as total from equipment_check where workplace_id = ?',
  )
  const decisionsOf = read.prepareRead<DecisionRow>(`
    select code, kind, reason, at, account.full_name from equipment_decision
      join account on account.id = equipment_decision.author_id
      where check_id = ? order by at, equipment_decision.rowid`)
  const now = () => new Date(clock.nowMs()).toISOString()
  const here = () => place().workplaceId

  function asCheck(row: CheckRow | undefined): EquipmentCheck | null {
    if (!row) return null
    const results = CheckResult.array().parse(JSON.parse(row.results))
    const decisions = decisionsOf.all(row.id).map(({ full_name, ...decision }) => ({
      ...decision,
      by: shortName(full_name),
    }))
    return {
      id: row.id,
      kind: row.kind,
      receptionId: row.reception_id,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      by: shortName(row.full_name),
      state: stateForAll(afterDecisions(results, decisions)),
      blocked: blockingResults(results, decisions).map(({ code }) => code),
      results: [...afterDecisions(results, decisions)],
      decisions,
      devices: JSON.parse(row.devices),
      versions: JSON.parse(row.versions),
    }
  }
  const byId = (checkId: string) => asCheck(one.first(here(), checkId))

  return {
    add({ id, kind, receptionId, startedAt, results, devices, versions, authorId }) {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('equipment_check').values({
          ...{ id, body_id: bodyId, workplace_id: workplaceId, reception_id: receptionId, kind },
          ...{ started_at: startedAt, finished_at: now(), author_id: authorId },
          ...{ state: stateForAll(results), results: JSON.stringify(results) },
          ...{ devices: JSON.stringify(devices), versions: JSON.stringify(versions) },
        }),
      )
      const check = byId(id)
      if (!check) throw new Error('A check just written is not there')
      return check
    },
    decide({ checkId, code, kind, reason, authorId }) {
      if (byId(checkId) === null) return false
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('equipment_decision').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, check_id: checkId },
          ...{ code, kind, reason, author_id: authorId, at: now() },
        }),
      )
      return true
    },
    byId,
    latest: () => asCheck(newest.first(here(), 1, 0)),
    latestOfReception: receptionId => asCheck(ofReception.first(here(), receptionId)),
    list: ({ offset, limit }) => newest.all(here(), limit, offset).map(row => asCheck(row) as EquipmentCheck),
    since: (instant, workplaceId = here()) =>
      after.all(workplaceId, instant).map(row => asCheck(row) as EquipmentCheck),
    count: () => counted.first(here())?.total ?? 0,
  }
}
