import type { Session } from '../../shared/contract/accounts.ts'
import type { Absence } from '../../shared/contract/day.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { AbsenceStore } from './absence-store.ts'

/** A specialist's own absence: no time of these days is offered, and none can be appointed. */
export interface AbsenceService {
  list(who: Session): Reply<Absence[]>
  /** Days that are noted already are not noted twice. */
  note(who: Session, absence: { from: string; to: string; note: string }): Reply<Absence[]>
  withdraw(who: Session, absenceId: string): Reply<Absence[]>
}

export interface AbsenceServiceDeps {
  readonly store: AbsenceStore
  readonly clock: Clock
  readonly announce: (announcement: Announcement) => void
}

export function makeAbsenceService({ store, clock, announce }: AbsenceServiceDeps): AbsenceService {
  const today = ({ body }: Session): string => localDate(clock.nowMs(), body.timeZone)
  const list = (who: Session): Reply<Absence[]> => done([...store.since(who.account.id, today(who))])
  function changed(who: Session): Reply<Absence[]> {
    announce({ kind: 'journalChanged' })
    return list(who)
  }
  return {
    list,
    note(who, { from, to, note }) {
      const unwritten = 'Проверьте выделенные поля. Ничего не записано.'
      if (to < from) return refused('badInput', unwritten, { to: 'Это раньше первого дня' })
      if (to < today(who)) return refused('badInput', unwritten, { to: 'Эти дни уже прошли' })
      const accountId = who.account.id
      if (store.standing(accountId).some(known => known.from === from && known.to === to)) return list(who)
      store.add({ accountId, from, to, note })
      return changed(who)
    },
    withdraw(who, absenceId) {
      if (!store.standing(who.account.id).some(({ id }) => id === absenceId)) return list(who)
      store.withdraw(absenceId, who.account.id)
      return changed(who)
    },
  }
}
