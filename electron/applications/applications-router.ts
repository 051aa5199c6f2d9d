import { implement } from '@orpc/server'
import { applications as applicationsContract } from '../../shared/contract/applications.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { TermService } from '../terms/term-service.ts'
import type { ApplicationDesk } from './application-desk.ts'
import type { ApplicationService } from './application-service.ts'
import type { CaseList } from './case-list.ts'

export interface ApplicationCalls {
  readonly applications: ApplicationService
  readonly applicationDesk: ApplicationDesk
  readonly cases: CaseList
  readonly terms: TermService
}

/** The calls of applications, their terms and «Заявки». */
export function applicationsRouter({ applications, applicationDesk: desk, cases, terms }: ApplicationCalls) {
  const os = implement({ applications: applicationsContract }).$context<{ caller: Caller }>()
  const calls = os.applications
  return os.router({
    applications: {
      card: calls.card.handler(({ input }) => applications.card(input.applicationId)),
      terms: calls.terms.handler(({ input }) => terms.ofReception(input.receptionId)),
      mark: calls.mark.handler(({ input, context }) => terms.mark(sessionOf(context.caller), input)),
      revealDocument: calls.revealDocument.handler(({ input, context }) =>
        applications.revealDocument(sessionOf(context.caller), input),
      ),
      register: calls.register.handler(({ input, context }) => desk.register(sessionOf(context.caller), input)),
      complete: calls.complete.handler(({ input, context }) => desk.complete(sessionOf(context.caller), input)),
      correctReceipt: calls.correctReceipt.handler(({ input, context }) =>
        desk.correctReceipt(sessionOf(context.caller), input),
      ),
      consent: calls.consent.handler(({ input, context }) => desk.consent(sessionOf(context.caller), input)),
      cases: calls.cases.handler(({ input }) => cases.cases(input)),
      case: calls.case.handler(({ input }) => cases.ofApplication(input.applicationId)),
      matter: calls.matter.handler(({ input }) => desk.matter(input.applicationId)),
      linkPrevious: calls.linkPrevious.handler(({ input, context }) =>
        desk.linkPrevious(sessionOf(context.caller), input.applicationId, input.previousApplicationId),
      ),
      slots: calls.slots.handler(({ input }) => desk.slots(input)),
      appoint: calls.appoint.handler(({ input, context }) => desk.appoint(sessionOf(context.caller), input)),
      cancel: calls.cancel.handler(({ input, context }) =>
        desk.cancel(sessionOf(context.caller), input.applicationId, input.reason),
      ),
      annul: calls.annul.handler(({ input, context }) =>
        desk.annul(sessionOf(context.caller), input.applicationId, input.reason),
      ),
      topics: calls.topics.handler(() => desk.topics()),
      setTopic: calls.setTopic.handler(({ input, context }) =>
        desk.setTopic(sessionOf(context.caller), input.applicationId, input.topicId),
      ),
      authorisations: calls.authorisations.handler(() => desk.authorisations()),
      authorise: calls.authorise.handler(({ input, context }) => desk.authorise(sessionOf(context.caller), input)),
      revoke: calls.revoke.handler(({ input, context }) =>
        desk.revoke(sessionOf(context.caller), input.authorisationId),
      ),
    },
  })
}
