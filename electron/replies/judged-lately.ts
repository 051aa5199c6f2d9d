import type { Session } from '../../shared/contract/accounts.ts'
import {
  type AnsweredApplication,
  type JudgedReply,
  type ReplyVerdict,
  takeBackMs,
} from '../../shared/contract/replies.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { HeldNotices } from '../notices/held-notices.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import type { ReplyStore } from './reply-store.ts'

export interface TakingBackDeps {
  readonly store: Pick<ReplyStore, 'takeBack'>
  /** The notice of a cancellation goes out only when it cannot be taken back any more. */
  readonly held: HeldNotices
  readonly takeBackCancellation: ReceptionService['takeBackCancellation']
  /** Withdraws the notice of a cancellation; `gone`: it is on its way already. Joins the running transaction. */
  readonly withdrawCancellation: (of: {
    applicationId: string
    receptionId: string
    authorId: string
  }) => 'withdrawn' | 'none' | 'gone'
  readonly write: Pick<WriteDb, 'transaction'>
  readonly clock: Pick<Clock, 'monotonicMs'>
}

interface Judged {
  readonly letterId: string
  readonly verdict: ReplyVerdict
  readonly application: AnsweredApplication | null
}

/** What was judged in this run a moment ago, by the monotonic clock: a clock that is set moves no term. */
export interface JudgedLately {
  note(who: Session, judged: Judged): void
  /** Holds the notice of a cancellation back; before it is written. */
  hold(receptionId: string): void
  /** What somebody can still take back, the last one first. */
  of(who: Session): JudgedReply[]
  takeBack(who: Session, letterId: string): Promise<Reply<{ receptionId: string | null }>>
}

/** A notice is held a little longer than it can be taken back: a call on its way must not lose the race. */
const marginMs = 2_000

class NoticeGone extends Error {}

export function makeJudgedLately(deps: TakingBackDeps): JudgedLately {
  const { store, held, clock } = deps
  const noted = new Map<string, Judged & { readonly accountId: string; readonly untilMonotonicMs: number }>()
  const leftMs = (until: number) => until - clock.monotonicMs()

  function forgetOld(): void {
    for (const [letterId, { untilMonotonicMs }] of noted) if (leftMs(untilMonotonicMs) < 0) noted.delete(letterId)
  }

  return {
    note(who, judged) {
      forgetOld()
      // Anew at the end: the last one judged is the last one of the map.
      noted.delete(judged.letterId)
      noted.set(judged.letterId, {
        ...{ ...judged, accountId: who.account.id, untilMonotonicMs: clock.monotonicMs() + takeBackMs },
      })
    },
    hold: receptionId => held.hold(receptionId, takeBackMs + marginMs),
    of(who) {
      forgetOld()
      return [...noted.values()]
        .filter(({ accountId }) => accountId === who.account.id)
        .map(({ letterId, verdict, application, untilMonotonicMs }) => ({
          ...{ letterId, verdict, leftMs: Math.max(0, Math.floor(leftMs(untilMonotonicMs))) },
          ...{ journalNumber: application?.journalNumber ?? null, shortName: application?.shortName ?? null },
        }))
        .toReversed()
    },
    async takeBack(who, letterId) {
      forgetOld()
      const judged = noted.get(letterId)
      if (!judged) return refused('stale', 'Взять решение назад можно 10 секунд, они истекли. Ничего не изменено.')
      const authorId = who.account.id
      if (judged.accountId !== authorId) {
        return refused('refusedByRule', 'Решение назад берёт тот, кто его принял. Ничего не изменено.')
      }
      const { verdict, application } = judged
      if (verdict === 'declines' && application !== null) {
        const { applicationId, receptionId } = application
        try {
          const undone = await deps.takeBackCancellation(who, receptionId, () => {
            if (deps.withdrawCancellation({ applicationId, receptionId, authorId }) === 'gone') throw new NoticeGone()
            store.takeBack(letterId, authorId)
          })
          if (!undone.ok) return undone
          held.release(receptionId)
        } catch (error) {
          if (!(error instanceof NoticeGone)) throw error
          return refused('stale', 'Уведомление об отмене уже отправляется: решение назад не берётся.')
        }
      } else if (!deps.write.transaction(() => store.takeBack(letterId, authorId))) {
        return refused('stale', 'Это решение уже взято назад.')
      }
      noted.delete(letterId)
      return done({ receptionId: application?.receptionId ?? null })
    },
  }
}
