import type { Announcement } from '../../shared/contract/workplace.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { freeBytes } from '../disk/free-bytes.ts'
import { grabberObstacle } from '../recording/grabber/availability.ts'
import type { WorkstationConfig } from '../workstation-api.ts'
import { makeCheckStore } from './check-store.ts'
import { type EquipmentService, makeEquipmentService } from './equipment-service.ts'
import { makeWorkstationMeter } from './measure-workstation.ts'
import { makeNextLink } from './next-link.ts'
import { readEquipmentResources } from './read-resources.ts'
import { makeRehearsal, type Rehearsal, type RehearsalDeps } from './rehearsal.ts'
import { makeRunningChecks } from './running-check.ts'

/** Everything about the equipment check, put together. */
export interface EquipmentCare {
  readonly service: EquipmentService
  readonly rehearsal: Rehearsal
  tick(): void
  close(): Promise<void>
}

export interface EquipmentCareDeps {
  readonly config: WorkstationConfig
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
  readonly announce: (announcement: Announcement) => void
  readonly ffmpegPath: string
  readonly receptionBytes: () => number
  readonly isReceptionOpen: () => boolean
  readonly makeVerifier: RehearsalDeps['makeVerifier']
  readonly everySecond: RehearsalDeps['everySecond']
  readonly log: RehearsalDeps['log']
}

export async function makeEquipmentCare(deps: EquipmentCareDeps): Promise<EquipmentCare> {
  const { config, read, write, place, clock } = deps
  const { thresholds, telemostUrls } = await readEquipmentResources(config.resourcesDirectory)
  const store = makeCheckStore({ read, write, place, clock })
  const running = makeRunningChecks(
    makeWorkstationMeter({
      recordingsDirectory: config.recordingsDirectory,
      ffmpegPath: deps.ffmpegPath,
      // The demonstration plays on a closed machine and asks nobody.
      telemostUrls: config.demonstration ? [] : telemostUrls,
      freeBytes,
      receptionBytes: deps.receptionBytes,
      bodyTimeZone: () => place().timeZone,
      secondEngineRefusal: () => grabberObstacle({ platform: process.platform, environment: process.env }),
      nextLink: config.demonstration ? () => null : makeNextLink({ read, place, clock }),
      nowMs: () => clock.nowMs(),
      platform: process.platform,
    }),
  )
  const rehearsal = await makeRehearsal({
    recordingsDirectory: config.recordingsDirectory,
    ...{ ffmpegPath: deps.ffmpegPath, makeVerifier: deps.makeVerifier, everySecond: deps.everySecond },
    ...{ freeBytes, clock, log: deps.log },
  })
  const service = makeEquipmentService({
    ...{ store, running, rehearsal, thresholds, clock },
    isReceptionOpen: deps.isReceptionOpen,
    eventLog: deps.eventLog,
    transaction: work => write.transaction(work),
    announce: deps.announce,
    program: config.version,
  })
  return {
    service,
    rehearsal,
    tick: rehearsal.tick,
    async close() {
      running.close()
      await rehearsal.close()
    },
  }
}
