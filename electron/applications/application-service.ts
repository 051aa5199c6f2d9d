import type * as z from 'zod'
import type { Session } from '../../shared/contract/accounts.ts'
import type { ApplicationCard, NewApplication, RevealedDocument } from '../../shared/contract/applications.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { considerationText } from '../../shared/reception/outcomes.ts'
import { readLink } from '../../shared/telemost/link.ts'
import { linkRefusalText } from '../../shared/telemost/link-text.ts'
import { localDate, localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import { type LinkRule, linkInUseText } from '../reception/link-rule.ts'
import type { ApplicationStore, RegisteredApplication } from './application-store.ts'

export interface ApplicationServiceDeps {
  readonly store: ApplicationStore
  readonly links: Pick<LinkRule, 'takenBy'>
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** Applications entered by hand (п. 2.2) and their registration (п. 2.4). */
export interface ApplicationService {
  create(who: Session, input: NewApplication): Reply<RegisteredApplication>
  card(applicationId: string): Reply<ApplicationCard>
  revealDocument(
    who: Session,
    request: { applicationId: string; purpose: 'identification' | 'correction' | 'control' },
  ): Reply<z.infer<typeof RevealedDocument>>
}

const notFound = () => refused('notFound', 'Такой заявки нет. Обновите список.')

export function makeApplicationService({ store, links, announce, clock }: ApplicationServiceDeps): ApplicationService {
  return {
    create(who, { fields, appointedLocal, link }) {
      const { timeZone } = who.body
      const faults: Record<string, string> = {}
      const today = localDate(clock.nowMs(), timeZone)
      if (fields.birthDate > today) faults['fields.birthDate'] = 'Дата рождения не может быть в будущем'
      if (fields.receivedOn > today) faults['fields.receivedOn'] = 'Дата поступления не может быть в будущем'
      if (!fields.consentPersonalData) {
        faults['fields.consentPersonalData'] =
          'Без согласия на обработку персональных данных заявка не принимается (п. 2.2)'
      }
      const appointedAt = localToInstant(appointedLocal, timeZone)
      if (!appointedAt) faults.appointedLocal = 'Такого времени нет в календаре'
      const reading = link === '' ? null : readLink(link)
      if (reading && !reading.ok) faults.link = linkRefusalText(reading.refusal)
      const other = reading?.ok ? links.takenBy(reading.meetingNumber, null) : null
      if (other !== null) faults.link = linkInUseText(other)
      if (Object.keys(faults).length > 0 || !appointedAt || (reading && !reading.ok)) {
        const code = Object.keys(faults).join() !== 'link' ? 'badInput' : other === null ? 'linkRefused' : 'linkInUse'
        return refused(code, 'Проверьте выделенные поля. Ничего не записано.', faults)
      }
      const registered = store.create({
        fields,
        appointedAt,
        link: reading,
        consideration: considerationText({ appointedAt, timeZone, step: { name: 'scheduled' } }),
        author: who.account,
      })
      announce({ kind: 'receptionChanged', receptionId: registered.receptionId })
      announce({ kind: 'journalChanged' })
      return done(registered)
    },
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
