import type { Topic } from '../../shared/applications/topics.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type {
  ApplicationMatter,
  Completion,
  NewConsent,
  ReceiptCorrection,
} from '../../shared/contract/application-list.ts'
import type { Authorisation, NewAuthorisation } from '../../shared/contract/appointments.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import type { Annulling } from './annulling.ts'
import type { MatterOf } from './application-matter.ts'
import type { Appointing, SpecialistById } from './appointing.ts'
import type { AuthorisationStore } from './authorisation-store.ts'
import type { Completing } from './completing.ts'
import type { ReceiptCorrecting } from './receipt-correcting.ts'
import type { Registering } from './registering.ts'
import type { SlotDesk } from './slot-desk.ts'

/** «Заявки»: registering, considering and deciding (пп. 2.4–2.8, 3.3). */
export interface ApplicationDesk {
  readonly register: Registering
  readonly appoint: Appointing['appoint']
  readonly slots: SlotDesk['grid']
  matter(applicationId: string): Reply<ApplicationMatter>
  complete(who: Session, completion: Completion): Reply<ApplicationMatter>
  correctReceipt(who: Session, correction: ReceiptCorrection): Reply<ApplicationMatter>
  consent(who: Session, consent: NewConsent): Reply<ApplicationMatter>
  linkPrevious(who: Session, applicationId: string, previousApplicationId: string | null): Reply<ApplicationMatter>
  setTopic(who: Session, applicationId: string, topicId: string | null): Reply<ApplicationMatter>
  cancel(who: Session, applicationId: string, reason: 'refused' | 'notConfirmed'): Promise<Reply<ApplicationMatter>>
  annul(who: Session, applicationId: string, reason: string): Reply<ApplicationMatter>
  topics(): Reply<Topic[]>
  authorisations(): Reply<Authorisation[]>
  authorise(who: Session, authorisation: NewAuthorisation): Reply<Authorisation[]>
  revoke(who: Session, authorisationId: string): Reply<Authorisation[]>
}

export interface ApplicationDeskDeps {
  readonly register: Registering
  readonly appoint: Appointing['appoint']
  readonly slots: SlotDesk
  readonly matterOf: MatterOf
  readonly correctReceipt: ReceiptCorrecting
  readonly completing: Completing
  readonly annul: Annulling
  readonly authorisations: AuthorisationStore
  readonly topics: readonly Topic[]
  readonly specialist: SpecialistById
  readonly receptions: Pick<ReceptionService, 'act' | 'detail'>
  readonly announce: (announcement: Announcement) => void
}

export function makeApplicationDesk(deps: ApplicationDeskDeps): ApplicationDesk {
  const { matterOf, completing, authorisations, receptions } = deps
  const matter = (applicationId: string): Reply<ApplicationMatter> => {
    const found = matterOf(applicationId)
    return found ? done(found) : refused('notFound', 'Такой заявки нет. Обновите список.')
  }
  /** The application as it is after an act. */
  function after(applicationId: string, act: Reply<null>): Reply<ApplicationMatter> {
    if (!act.ok) return act
    deps.announce({ kind: 'journalChanged' })
    return matter(applicationId)
  }
  const allAuthorisations = (): Reply<Authorisation[]> => done([...authorisations.list()])

  return {
    register: deps.register,
    appoint: deps.appoint,
    slots: deps.slots.grid,
    matter,
    complete: (who, completion) => after(completion.applicationId, completing.complete(who, completion)),
    correctReceipt: (who, correction) => after(correction.applicationId, deps.correctReceipt(who, correction)),
    consent: (who, consent) => after(consent.applicationId, completing.consent(who, consent)),
    linkPrevious: (who, applicationId, previousApplicationId) =>
      after(applicationId, completing.linkPrevious(who, applicationId, previousApplicationId)),
    setTopic: (who, applicationId, topicId) => after(applicationId, completing.setTopic(who, applicationId, topicId)),
    async cancel(who, applicationId, reason) {
      const found = matterOf(applicationId)
      if (!found) return matter(applicationId)
      if (found.reception === null) return refused('refusedByRule', 'По заявке приём не назначен: отменять нечего.')
      const receptionId = found.reception.id
      const detail = receptions.detail(who, receptionId)
      if (!detail.ok) return detail
      const acted = await receptions.act(who, {
        ...{ receptionId, expectedSequence: detail.value.card.state.nextSequence },
        ...{ action: { kind: 'cancelled', reason }, occurredAt: null, source: 'hand' },
      })
      return acted.ok ? matter(applicationId) : acted
    },
    annul: (who, applicationId, reason) => after(applicationId, deps.annul(who, applicationId, reason)),
    topics: () => done([...deps.topics]),
    authorisations: allAuthorisations,
    authorise(who, authorisation) {
      const faults: Record<string, string> = {}
      if (deps.specialist(authorisation.accountId) === null) faults.accountId = 'Этот сотрудник приёмов не ведёт'
      if (authorisation.topicId !== null && !deps.topics.some(({ id }) => id === authorisation.topicId)) {
        faults.topicId = 'Такой темы нет в справочнике'
      }
      if (Object.keys(faults).length > 0) {
        return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', faults)
      }
      authorisations.grant(authorisation, who.account.id)
      return allAuthorisations()
    },
    revoke: (who, authorisationId) =>
      authorisations.revoke(authorisationId, who.account.id)
        ? allAuthorisations()
        : refused('stale', 'Это полномочие уже отозвано.'),
  }
}
