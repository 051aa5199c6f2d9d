import type * as z from 'zod'
import type { Session } from '../../shared/contract/accounts.ts'
import type { ApplicationCard, RevealedDocument } from '../../shared/contract/applications.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { ApplicationStore } from './application-store.ts'

/** What screens show of one application (п. 2.2). */
export interface ApplicationService {
  card(applicationId: string): Reply<ApplicationCard>
  revealDocument(
    who: Session,
    request: { applicationId: string; purpose: 'identification' | 'correction' | 'control' },
  ): Reply<z.infer<typeof RevealedDocument>>
}

const notFound = () => refused('notFound', 'Такой заявки нет. Обновите список.')

export function makeApplicationService({ store }: { store: ApplicationStore }): ApplicationService {
  return {
    card(applicationId) {
      const card = store.card(applicationId)
      return card ? done(card) : notFound()
    },
    revealDocument(who, { applicationId, purpose }) {
      const revealed = store.revealDocument(applicationId, { accountId: who.account.id, purpose })
      return revealed ? done(revealed) : notFound()
    },
  }
}
