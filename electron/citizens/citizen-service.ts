import type { Session } from '../../shared/contract/accounts.ts'
import type { CitizenCard } from '../../shared/contract/citizens.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { EventLog } from '../accounts/event-log.ts'
import { type CitizenCardDeps, makeCitizenCards } from './citizen-cards.ts'

export interface CitizenServiceDeps extends CitizenCardDeps {
  readonly eventLog: EventLog
}

/** «Карточка гражданина». */
export interface CitizenService {
  /** The opening is logged once per `viewId`, however often the card is read again. */
  card(who: Session, request: { applicationId: string; viewId: string }): Reply<CitizenCard>
}

export function makeCitizenService(deps: CitizenServiceDeps): CitizenService {
  const cardOf = makeCitizenCards(deps)
  /** The last opening of each account. */
  const views = new Map<string, string>()
  return {
    card({ account }, { applicationId, viewId }) {
      const card = cardOf(applicationId)
      if (card === null) return refused('notFound', 'Такой заявки нет. Обновите список.')
      if (views.get(account.id) !== viewId) {
        views.set(account.id, viewId)
        deps.eventLog.append({
          ...{ accountId: account.id, kind: 'citizenViewed', objects: { applicationId }, result: 'done' },
        })
      }
      return done(card)
    },
  }
}
