import { join } from 'node:path'
import { type CheckStore, makeCheckStore } from '../../../../electron/equipment/check-store.ts'
import { type EquipmentService, makeEquipmentService } from '../../../../electron/equipment/equipment-service.ts'
import { readEquipmentResources } from '../../../../electron/equipment/read-resources.ts'
import { makeReadiness } from '../../../../electron/equipment/readiness.ts'
import { makeRunningChecks } from '../../../../electron/equipment/running-check.ts'
import type { Announcement } from '../../../../shared/contract/workplace.ts'
import type { WorkstationFacts } from '../../../../shared/equipment/workstation-facts.ts'
import { openStores } from '../database/fixture.ts'

/** A computer with nothing wrong. */
export const goodFacts: WorkstationFacts = {
  hosts: [],
  link: null,
  computer: {
    ...{ roomInReceptions: 214, writeMegabytesPerSecond: 180, flushMs: 4, idleProcessorPercent: 80 },
    ...{ freeMemoryGigabytes: 6, clockOffsetSeconds: 0.2, systemTimeZone: 'Asia/Novokuznetsk' },
    ...{ bodyTimeZone: 'Asia/Novokuznetsk', sameOffset: true, ffmpegVersion: '7.1', missingMuxers: [] },
    ...{ secondEngineRefusal: null, power: 'mains', sleepAfterMinutes: 0, encrypted: true },
  },
}

export interface EquipmentBench {
  readonly stores: ReturnType<typeof openStores>
  readonly store: CheckStore
  readonly service: EquipmentService
  readonly news: Announcement[]
  /** What the next measurement of the workstation finds. */
  facts: WorkstationFacts
  receptionOpen: boolean
}

/** The service on a real database, the computer's measurements given. */
export async function openEquipmentBench(): Promise<EquipmentBench> {
  const stores = openStores()
  const { thresholds } = await readEquipmentResources(join(import.meta.dirname, '../../../../resources'))
  const { read, write } = stores.database
  const store = makeCheckStore({ read, write, place: stores.accounts.place, clock: stores.clock })
  const news: Announcement[] = []
  const bench: { facts: WorkstationFacts; receptionOpen: boolean } = { facts: goodFacts, receptionOpen: false }
  const service = makeEquipmentService({
    readiness: makeReadiness({
      store,
      read,
      place: stores.accounts.place,
      clock: stores.clock,
      roomProblem: () => null,
    }),
    ...{ store, thresholds, clock: stores.clock, eventLog: stores.eventLog, program: '0.1.0' },
    running: makeRunningChecks(async () => bench.facts),
    rehearsal: {
      start: async () => null,
      stop: async () => ({ outcome: { kind: 'failed', detail: 'no page' }, playToken: null }),
      erase: async () => undefined,
    },
    isReceptionOpen: () => bench.receptionOpen,
    transaction: work => write.transaction(work),
    announce: announcement => news.push(announcement),
  })
  return Object.assign(bench, { stores, store, service, news })
}
