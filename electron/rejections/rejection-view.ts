import type { Session } from '../../shared/contract/accounts.ts'
import type { Rejection, RejectionState } from '../../shared/contract/rejections.ts'
import { dativeName, genderOf } from '../../shared/rejections/dative-name.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { RejectedApplication } from './rejection-row.ts'
import type { RejectionStore } from './rejection-store.ts'

interface RejectionViewDeps {
  readonly store: RejectionStore
  readonly accountName: (accountId: string) => string
  readonly headNames: () => readonly string[]
  readonly clock: Clock
}

/** Why an application cannot be rejected (any more); null = it can. */
export function refusalToReject(store: RejectionStore, applicationId: string): string | null {
  if (store.signing(applicationId)) return 'Решение об отклонении уже подписано.'
  if (store.decidedOtherwise(applicationId)) {
    return 'По заявке уже принято другое решение (п. 2.4): отклонить её нельзя.'
  }
  return null
}

/** A rejection as the dialog shows it; null for an unknown application. */
export function makeRejectionView({ store, accountName, headNames, clock }: RejectionViewDeps) {
  return (who: Session, applicationId: string): Rejection | null => {
    const application = store.application(applicationId)
    if (!application) return null
    const last = store.lastDraft(applicationId)
    const signing = store.signing(applicationId)
    const dispatch = store.dispatch(applicationId)
    const { journalNumber, receivedOn, familyName, givenName, patronymic, topic, hasEmail } = application
    return {
      ...{ applicationId, journalNumber, receivedOn, topic, hasEmail },
      person: { familyName, givenName, patronymic },
      state: stateOf(last?.state ?? null, signing !== null, dispatch !== null),
      whyNot: refusalToReject(store, applicationId),
      draft: last?.draft ?? suggested(who, application),
      hasQuote: store.lastQuote(applicationId) !== null,
      headTold: store.headTold(applicationId),
      earlier: store.earlier(applicationId),
      signing: signing && {
        ...{ kind: signing.kind, decidedOn: signing.decidedOn, signedAt: signing.at },
        byName: accountName(signing.authorId),
        files: store.fileFacts(applicationId),
      },
      dispatch,
    }
  }

  function suggested(who: Session, application: RejectedApplication): Rejection['draft'] {
    const gender = genderOf(application.patronymic)
    const [head = '', ...others] = headNames()
    return {
      grounds: [],
      reasoning: '',
      earlierId: null,
      earlierWritten: '',
      citizenDative: dativeName(application, gender),
      gender,
      address: application.address ?? '',
      // With one head there is nobody else it could be.
      signatoryName: others.length === 0 ? head : '',
      executorName: who.account.fullName,
      executorPhone: '',
      decidedOn: localDate(clock.nowMs(), who.body.timeZone),
    }
  }
}

function stateOf(draft: 'draft' | 'toSign' | 'withdrawn' | null, isSigned: boolean, isSent: boolean): RejectionState {
  if (isSent) return 'sent'
  if (isSigned) return 'signed'
  return draft === null || draft === 'withdrawn' ? 'none' : draft
}
