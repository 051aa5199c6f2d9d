import type * as z from 'zod'
import type { contract } from '../../shared/contract/contract.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement, DemonstrationRecordings } from '../../shared/contract/workplace.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { Clock } from '../clock.ts'
import type { Recorder } from '../recording/live/recorder.ts'
import type { WorkstationConfig, WorkstationHost } from '../workstation-api.ts'
import type { Announcer } from './announcer.ts'

type StatusReply = z.infer<NonNullable<(typeof contract.workplace.status)['~orpc']['outputSchema']>>
export type WorkplaceStatus = Extract<StatusReply, { ok: true }>['value']

export interface WorkplaceServiceDeps {
  readonly config: Pick<WorkstationConfig, 'version' | 'demonstration' | 'demonstrationRoomUrl'>
  readonly host: Pick<WorkstationHost, 'capabilities' | 'openRecorder'>
  readonly recorder: Pick<Recorder, 'view' | 'muteMicrophone' | 'answerRoom'>
  readonly regulation: Regulation
  readonly firstRunDone: () => boolean
  readonly announcer: Announcer
  readonly clock: Clock
  /** Of the demonstration; null elsewhere. */
  readonly films: () => DemonstrationRecordings | null
}

/** The workplace itself: what it can do, what time it is, what the recorder does. */
export interface WorkplaceService {
  status(): WorkplaceStatus
  watch(signal: AbortSignal | undefined): AsyncGenerator<Announcement, void>
  demonstrationRecordings(): DemonstrationRecordings | null
  openRecorder(): Reply<null>
  muteMicrophone(muted: boolean): Reply<null>
  answerRoom(choiceId: string, isRight: boolean): Reply<null>
}

export function makeWorkplaceService(deps: WorkplaceServiceDeps): WorkplaceService {
  const { config, host, recorder, announcer, clock } = deps
  const now = () => new Date(clock.nowMs()).toISOString()
  return {
    status: () => ({
      version: config.version,
      demonstration: config.demonstration,
      demonstrationRoomUrl: config.demonstrationRoomUrl,
      firstRunDone: deps.firstRunDone(),
      now: now(),
      can: host.capabilities,
      regulation: deps.regulation,
    }),
    async *watch(signal) {
      // Listens before it tells the state, so that nothing falls between the two.
      const news = announcer.listen(signal)
      yield { kind: 'now', at: now() }
      yield { kind: 'recorder', recorder: recorder.view() }
      yield* news
    },
    demonstrationRecordings: deps.films,
    openRecorder() {
      if (!host.capabilities.openRecorderWindow) {
        return refused(
          'notAvailableHere',
          'Эта программа не может открыть окно записи сама: откройте адрес /recorder в этом же браузере.',
        )
      }
      host.openRecorder()
      return done(null)
    },
    muteMicrophone(muted) {
      recorder.muteMicrophone(muted)
      return done(null)
    },
    answerRoom(choiceId, isRight) {
      if (recorder.answerRoom(choiceId, isRight)) return done(null)
      return refused('stale', 'В окне записи уже выбрана другая комната. Посмотрите на изображение и ответьте ещё раз.')
    },
  }
}
