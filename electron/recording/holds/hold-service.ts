import type { Session } from '../../../shared/contract/accounts.ts'
import type { RecordingState } from '../../../shared/contract/recording-state.ts'
import { done, type Reply, refused } from '../../../shared/contract/reply.ts'
import type { Announcement } from '../../../shared/contract/workplace.ts'
import { abuseHoldReason, type HoldGround } from '../../../shared/recording/hold.ts'
import type { HoldStore } from './hold-store.ts'

export interface HoldServiceDeps {
  readonly holds: HoldStore
  /** null for an unknown recording. */
  readonly stateOf: (recordingId: string) => RecordingState | null
  readonly announce: (announcement: Announcement) => void
}

/** «Запрет уничтожения»: beats the retention term until a head releases it with a reason. */
export interface HoldService {
  hold(who: Session, hold: { recordingId: string; ground: HoldGround; reason: string }): Reply<null>
  release(who: Session, release: { holdId: string; reason: string }): Reply<null>
  /** The recording of a reception interrupted for abuse (п. 3.12); one already held for it is left as it is. */
  holdForAbuse(who: Session, recordingId: string): void
}

export function makeHoldService({ holds, stateOf, announce }: HoldServiceDeps): HoldService {
  const changed = (recordingId: string) => announce({ kind: 'recordingChanged', recordingId })
  return {
    hold(who, { recordingId, ground, reason }) {
      const state = stateOf(recordingId)
      if (state === null) return refused('notFound', 'Такой видеозаписи нет. Обновите список.')
      if (state === 'destroyed') {
        return refused('refusedByRule', 'Видеозапись уже уничтожена по окончании срока: запрет не поставлен.')
      }
      holds.place({ recordingId, ground, reason, placedBy: who.account.id })
      changed(recordingId)
      return done(null)
    },
    release(who, { holdId, reason }) {
      const released = holds.release(holdId, { reason, releasedBy: who.account.id })
      if (!released.ok) return refused('stale', 'Этот запрет уже снят. Ничего не изменено.')
      changed(released.recordingId)
      return done(null)
    },
    holdForAbuse(who, recordingId) {
      const isHeld = holds
        .ofRecording(recordingId)
        .some(({ ground, released }) => ground === 'abuse' && released === null)
      if (isHeld) return
      holds.place({ recordingId, ground: 'abuse', reason: abuseHoldReason, placedBy: who.account.id })
      changed(recordingId)
    },
  }
}
