import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TopicDirectory } from '../../shared/applications/topics.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { CorrectionStore } from '../journal/correction-store.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import type { LinkRule } from '../reception/link-rule.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import type { TermService } from '../terms/term-service.ts'
import { makeAnnulling } from './annulling.ts'
import { type ApplicationDesk, makeApplicationDesk } from './application-desk.ts'
import { makeApplicationMatter } from './application-matter.ts'
import { makeAppointing, type SpecialistById } from './appointing.ts'
import { makeAuthorisationStore } from './authorisation-store.ts'
import { makeCompleting } from './completing.ts'
import { makeConsentStore } from './consent-store.ts'
import { makeDecisionStore } from './decision-store.ts'
import { makeReceiptCorrecting } from './receipt-correcting.ts'
import { makeRegistering } from './registering.ts'
import type { SlotDesk } from './slot-desk.ts'

export interface ApplicationsCareDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly corrections: Pick<CorrectionStore, 'add'>
  readonly links: Pick<LinkRule, 'takenBy'>
  readonly notices: NoticeDesk
  readonly receptions: Pick<ReceptionService, 'act' | 'detail'>
  readonly terms: TermService
  readonly calendar: () => WorkingCalendar
  readonly regulation: Pick<Regulation, 'limits' | 'terms'>
  readonly slots: SlotDesk
  readonly specialist: SpecialistById
  readonly announce: (announcement: Announcement) => void
  readonly resourcesDirectory: string
}

/** «Заявки» put together. Rejects where the directory of topics is broken. */
export async function makeApplicationsCare(deps: ApplicationsCareDeps): Promise<ApplicationDesk> {
  const { terms, slots } = deps
  const topics = TopicDirectory.parse(JSON.parse(await readFile(join(deps.resourcesDirectory, 'topics.json'), 'utf8')))
  const consents = makeConsentStore(deps)
  const decisions = makeDecisionStore(deps)
  const authorisations = makeAuthorisationStore(deps)
  const appointing = makeAppointing({ ...deps, decisions, authorisations, slots })
  return makeApplicationDesk({
    ...{ slots, authorisations, topics, specialist: deps.specialist, receptions: deps.receptions },
    announce: deps.announce,
    register: makeRegistering({ ...deps, topics, appointing }),
    appoint: appointing.appoint,
    matterOf: makeApplicationMatter({ ...deps, consents, topics, terms }),
    correctReceipt: makeReceiptCorrecting(deps),
    annul: makeAnnulling(deps),
    completing: makeCompleting({ ...deps, consents, topicIds: new Set(topics.map(({ id }) => id)) }),
  })
}
