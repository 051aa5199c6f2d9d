import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { freeBytes } from '../disk/free-bytes.ts'
import { grabberObstacle } from '../recording/grabber/availability.ts'
import type { WorkstationConfig } from '../workstation-api.ts'
import { makeCheckReminder } from './check-reminder.ts'
import { makeCheckStore } from './check-store.ts'
import { type EquipmentOffice, makeEquipmentOffice } from './equipment-office.ts'
import { type EquipmentService, makeEquipmentService } from './equipment-service.ts'
import { makeWorkstationMeter } from './measure-workstation.ts'
import { makeMorningBoard } from './morning-board.ts'
import { makeNextLink } from './next-link.ts'
import { makePassportStore } from './passport-store.ts'
import { readEquipmentResources } from './read-resources.ts'
import { type EquipmentReadiness, makeReadiness } from './readiness.ts'
import { makeRehearsal, type Rehearsal, type RehearsalDeps } from './rehearsal.ts'
import { makeRoomProblems, type RoomProblems, type RoomProblemsDeps } from './room-problems.ts'
import { makeRunningChecks } from './running-check.ts'
import { openSfuLine, readSfuAddress } from './sfu-line.ts'

/** Everything about the equipment check, put together. */
export interface EquipmentCare {
  readonly service: EquipmentService & { readonly office: EquipmentOffice; readonly rooms: RoomProblems }
  readonly rehearsal: Rehearsal
  /** How the workplace stands today, of no reception. */
  readonly readiness: () => ReturnType<EquipmentReadiness['of']>
  /** Why a room may not be opened, or a reception begin, now; null = it may. */
  refusalOfRoom(
    receptionId: string,
    action: 'roomOpened' | 'citizenConnected',
  ): ReturnType<EquipmentReadiness['refusalOfRoom']>
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
  readonly isRoomInside: boolean
  readonly onRoom: RoomProblemsDeps['onRoom']
  /** A specialist is signed in, and the desk is not locked. */
  readonly isSpecialistHere: () => boolean
  readonly sessionLife: RehearsalDeps['sessionLife']
  readonly makeVerifier: RehearsalDeps['makeVerifier']
  readonly everySecond: RehearsalDeps['everySecond']
  readonly log: RehearsalDeps['log']
}

export async function makeEquipmentCare(deps: EquipmentCareDeps): Promise<EquipmentCare> {
  const { config, read, write, place, clock } = deps
  const { thresholds, telemostUrls } = await readEquipmentResources(config.resourcesDirectory)
  const sfu = await readSfuAddress(config.profileDirectory)
  const store = makeCheckStore({ read, write, place, clock })
  const { eventLog, announce, isRoomInside, onRoom } = deps
  const rooms = makeRoomProblems({ read, place, clock, eventLog, announce, isRoomInside, onRoom })
  const readiness = makeReadiness({ store, read, place, clock, roomProblem: rooms.of })
  const running = makeRunningChecks(
    makeWorkstationMeter({
      recordingsDirectory: config.recordingsDirectory,
      ffmpegPath: deps.ffmpegPath,
      // The demonstration plays on a closed machine and asks nobody.
      telemostUrls: config.demonstration ? [] : telemostUrls,
      freeBytes,
      receptionBytes: deps.receptionBytes,
      // Of the demonstration the town is moved, not the computer (docs/decisions/0040).
      bodyTimeZone: () => (config.demonstration ? Intl.DateTimeFormat().resolvedOptions().timeZone : place().timeZone),
      secondEngineRefusal: () => grabberObstacle({ platform: process.platform, environment: process.env }),
      nextLink: config.demonstration ? () => null : makeNextLink({ read, place, clock }),
      nowMs: () => clock.nowMs(),
      platform: process.platform,
    }),
    () => (sfu === null ? null : openSfuLine(sfu)),
  )
  const rehearsal = await makeRehearsal({
    recordingsDirectory: config.recordingsDirectory,
    workplaceName: profileName(config.profileDirectory),
    ...{ ffmpegPath: deps.ffmpegPath, makeVerifier: deps.makeVerifier, everySecond: deps.everySecond },
    ...{ freeBytes, clock, log: deps.log, sessionLife: deps.sessionLife },
  })
  const service = makeEquipmentService({
    ...{ store, running, rehearsal, readiness, thresholds, clock },
    isReceptionOpen: deps.isReceptionOpen,
    eventLog: deps.eventLog,
    transaction: work => write.transaction(work),
    announce: deps.announce,
    program: config.version,
  })
  const reminder = makeCheckReminder({
    dueReception: readiness.dueReception,
    mayCheck: () => deps.isSpecialistHere() && !deps.isReceptionOpen(),
    announce: deps.announce,
    clock,
  })
  const office = makeEquipmentOffice({
    ...{ store, clock },
    passports: makePassportStore({ read, write, place, clock }),
    board: makeMorningBoard({ read, store, place, clock }),
  })
  return {
    service: { ...service, office, rooms },
    rehearsal,
    readiness: () => readiness.of(null),
    // A check found broken after the room was opened is a matter of п. 3.5, not of the door.
    refusalOfRoom: (receptionId, action) =>
      rooms.refusalOf(receptionId) ?? (action === 'roomOpened' ? readiness.refusalOfRoom() : null),
    tick() {
      rehearsal.tick()
      reminder.tick()
    },
    async close() {
      running.close()
      await rehearsal.close()
    },
  }
}

/** A short name of the profile that stays the same: the workplace has no id before the first run. */
const profileName = (profileDirectory: string): string =>
  createHash('sha256').update(`${hostname()}:${profileDirectory}`).digest('hex').slice(0, 12)
