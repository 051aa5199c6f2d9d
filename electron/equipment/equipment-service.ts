import { release, type } from 'node:os'
import type * as z from 'zod'
import type { Session } from '../../shared/contract/accounts.ts'
import { type CheckKind, checksPerPage, type EquipmentCheck, type Readiness } from '../../shared/contract/equipment.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { asksDecision, mayBeFalseAlarm } from '../../shared/equipment/blocking.ts'
import type { CheckCode } from '../../shared/equipment/codes.ts'
import { judgeWorkstation } from '../../shared/equipment/judge-computer.ts'
import { judgeDevices } from '../../shared/equipment/judge-devices.ts'
import { judgePeer } from '../../shared/equipment/judge-peer.ts'
import { judgeRehearsal } from '../../shared/equipment/judge-rehearsal.ts'
import type { PageMeasurements } from '../../shared/equipment/measurements.ts'
import type { RehearsalPage } from '../../shared/equipment/rehearsal-page.ts'
import type { SfuMethod } from '../../shared/equipment/sfu-signalling.ts'
import type { Thresholds } from '../../shared/equipment/thresholds.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Clock } from '../clock.ts'
import type { CheckStore, NewDecision } from './check-store.ts'
import type { EquipmentReadiness } from './readiness.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { RunningChecks } from './running-check.ts'

type Json = z.infer<ReturnType<typeof z.json>>

/** The equipment check: what the page and the workstation measured, judged, kept and decided upon. */
export interface EquipmentService {
  begin(
    who: Session,
    request: { kind: CheckKind; receptionId: string | null },
  ): Reply<{ checkId: string; server: boolean }>
  askServer(request: { checkId: string; method: SfuMethod; data: Json }): Promise<Reply<Json>>
  finish(who: Session, request: { checkId: string; page: PageMeasurements }): Promise<Reply<EquipmentCheck>>
  cancel(checkId: string): Reply<null>
  startRehearsal(checkId: string): Promise<Reply<null>>
  stopRehearsal(request: { checkId: string; page: RehearsalPage }): Promise<Reply<{ playAddress: string | null }>>
  eraseRehearsal(): Promise<Reply<null>>
  latest(): Reply<EquipmentCheck | null>
  list(offset: number): Reply<{ checks: EquipmentCheck[]; total: number }>
  readiness(receptionId: string | null): Reply<Readiness>
  answerTone(who: Session, checkId: string, heard: boolean): Reply<EquipmentCheck>
  receiveWithoutCamera(who: Session, checkId: string, reason: string): Reply<EquipmentCheck>
  callFalseAlarm(who: Session, request: { checkId: string; code: CheckCode; reason: string }): Reply<EquipmentCheck>
}

export interface EquipmentServiceDeps {
  readonly store: CheckStore
  readonly running: RunningChecks
  readonly rehearsal: Pick<Rehearsal, 'start' | 'stop' | 'erase'>
  readonly readiness: Pick<EquipmentReadiness, 'of'>
  readonly thresholds: Thresholds
  readonly isReceptionOpen: () => boolean
  readonly eventLog: Pick<EventLog, 'append'>
  readonly transaction: <T>(work: () => T) => T
  readonly announce: (announcement: Announcement) => void
  readonly program: string
  readonly clock: Clock
}

const gone = () => refused('notFound', 'Эта проверка отменена или начата заново. Ничего не записано. Начните ещё раз.')

export function makeEquipmentService(deps: EquipmentServiceDeps): EquipmentService {
  const { store, running, rehearsal, thresholds, clock } = deps
  const changed = (check: EquipmentCheck): Reply<EquipmentCheck> => {
    deps.announce({ kind: 'equipmentChanged' })
    return done(check)
  }

  function decide(decision: NewDecision, isLogged: boolean): Reply<EquipmentCheck> {
    const isWritten = deps.transaction(() => {
      if (isLogged) {
        deps.eventLog.append({
          accountId: decision.authorId,
          kind: 'equipmentDecided',
          objects: { checkId: decision.checkId },
          result: decision.kind === 'falseAlarm' ? 'falseAlarm' : 'withoutCamera',
        })
      }
      return store.decide(decision)
    })
    const check = isWritten ? store.byId(decision.checkId) : null
    return check === null ? gone() : changed(check)
  }

  return {
    begin(who, { kind, receptionId }) {
      // The camera is the citizen's picture of us, and the disk is theirs too.
      if (deps.isReceptionOpen()) {
        return refused('refusedByRule', 'Идёт приём: оборудование проверяется до него или после него.')
      }
      const startedAt = new Date(clock.nowMs()).toISOString()
      const { id, line } = running.begin({ kind, receptionId, startedAt, accountId: who.account.id })
      return done({ checkId: id, server: line !== null })
    },
    async askServer({ checkId, method, data }) {
      const line = running.of(checkId)?.line
      if (!line) return gone()
      try {
        return done(((await line.ask(method, data)) ?? null) as Json)
      } catch {
        return refused('notAvailableHere', 'Сервер проверки не ответил. Остальная проверка продолжается.')
      }
    },
    async finish(who, { checkId, page }) {
      const check = running.take(checkId)
      if (check === null || check.accountId !== who.account.id) return gone()
      const { kind, receptionId, startedAt, accountId } = check
      const facts = await check.facts
      const results = [
        ...judgeDevices(thresholds, page),
        ...judgeWorkstation(thresholds, facts),
        ...judgePeer(thresholds, page.peer),
        ...judgePeer(thresholds, page.server, 'server'),
        ...(kind === 'full' ? judgeRehearsal(thresholds, check.rehearsal ?? { kind: 'leftOut' }) : []),
      ]
      return changed(
        store.add({
          ...{ id: checkId, kind, receptionId, startedAt, authorId: accountId, results },
          devices: {
            camera: page.camera?.device ?? null,
            microphone: page.microphone?.device ?? null,
            speaker: page.speaker?.device ?? null,
          },
          versions: {
            program: deps.program,
            browser: page.browser,
            ffmpeg: facts.computer.ffmpegVersion ?? '',
            system: `${type()} ${release()}`,
          },
        }),
      )
    },
    cancel(checkId) {
      running.cancel(checkId)
      return done(null)
    },
    async startRehearsal(checkId) {
      const check = running.of(checkId)
      if (check?.kind !== 'full') return gone()
      const problem = await rehearsal.start()
      if (problem === null) return done(null)
      check.rehearsal = { kind: 'failed', detail: problem }
      return refused('recordingNotStarted', 'Пробная запись не началась. Остальная проверка продолжается.')
    },
    async stopRehearsal({ checkId, page }) {
      const { outcome, playToken } = await rehearsal.stop(page)
      const check = running.of(checkId)
      if (check === null) {
        await rehearsal.erase()
        return gone()
      }
      check.rehearsal = outcome
      return done({ playAddress: playToken === null ? null : `/recordings/${playToken}` })
    },
    async eraseRehearsal() {
      await rehearsal.erase()
      return done(null)
    },
    latest: () => done(store.latest()),
    list: offset => done({ checks: [...store.list({ offset, limit: checksPerPage })], total: store.count() }),
    readiness: receptionId => done(deps.readiness.of(receptionId)),
    answerTone: (who, checkId, heard) =>
      decide(
        {
          ...{ checkId, code: 'speakerTone', reason: '', authorId: who.account.id },
          kind: heard ? 'toneHeard' : 'toneNotHeard',
        },
        false,
      ),
    receiveWithoutCamera(who, checkId, reason) {
      if (!store.byId(checkId)?.results.some(asksDecision)) {
        return refused('refusedByRule', 'Камера исправна: решение не нужно. Ничего не записано.')
      }
      const kind = 'withoutCamera'
      return decide({ checkId, code: 'cameraPresent', kind, reason, authorId: who.account.id }, true)
    },
    callFalseAlarm(who, { checkId, code, reason }) {
      if (!mayBeFalseAlarm(code)) {
        return refused(
          'refusedByRule',
          'Ложной тревогой можно признать только неисправность микрофона или камеры. Без записи приём не проводится (п. 3.6).',
        )
      }
      return decide({ checkId, code, kind: 'falseAlarm', reason, authorId: who.account.id }, true)
    },
  }
}
