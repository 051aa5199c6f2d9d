import { join } from 'node:path'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { SigningItem } from '../../shared/contract/rejections.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { makeTemplateStore } from '../documents/template-store.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import type { WorkstationHost } from '../workstation-api.ts'
import { type AnnexTwoPapers, makeAnnexTwoPapers } from './annex-two-papers.ts'
import { makeRejectionService, type RejectionService } from './rejection-service.ts'
import { makeRejectionStore } from './rejection-store.ts'

export interface RejectionCareDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly accounts: Pick<AccountStore, 'byId' | 'staff'>
  readonly notices: NoticeDesk
  readonly resourcesDirectory: string
  readonly host: Pick<WorkstationHost, 'capabilities' | 'printPage'>
  readonly announce: (announcement: Announcement) => void
}

/** Everything of rejections on one database. */
export function makeRejectionCare(deps: RejectionCareDeps): RejectionService & {
  readonly papers: AnnexTwoPapers
  /** What waits for a signature, or for being sent. */
  attention(): readonly AttentionItem[]
  waiting(): readonly SigningItem[]
} {
  const { accounts, host } = deps
  const accountName = (accountId: string): string => shortName(accounts.byId(accountId)?.fullName ?? '')
  const papers = makeAnnexTwoPapers({
    templates: makeTemplateStore(deps),
    templatePath: join(deps.resourcesDirectory, 'documents/annex-2.docx'),
    printPage: host.printPage,
    accountName,
  })
  const store = makeRejectionStore({ ...deps, accountName })
  const service = makeRejectionService({
    ...{ papers, accountName, announce: deps.announce, clock: deps.clock },
    store,
    canPrint: host.capabilities.printPages,
    headNames: () =>
      accounts
        .staff()
        .filter(({ role, disabledAt }) => role === 'head' && !disabledAt)
        .map(({ fullName }) => fullName),
  })
  return {
    ...{ ...service, papers, waiting: store.queue },
    attention: () => store.queue().map(item => asAttention(item, deps.place().timeZone)),
  }
}

const asAttention = (
  { applicationId, state, at, journalNumber, shortName: named }: SigningItem,
  timeZone: string,
): AttentionItem => ({
  ...{ kind: state === 'toSign' ? 'rejectionToSign' : 'rejectionToSend', subjectId: applicationId, receptionId: null },
  ...{ recordingId: null, applicationId, day: localDate(at, timeZone), journalNumber, shortName: named },
  ...{ term: null, holdsDay: false },
})
