import type { AttentionItem } from '../../shared/contract/day.ts'
import type { TermService } from '../terms/term-service.ts'
import type { TermedApplication } from '../terms/term-store.ts'
import type { NoticeStore } from './notice-store.ts'

/**
 * Whose reception stands, and nobody told: no notice of its time went out or was marked, and none waits or failed — those
 * are told of by themselves. And whose reception was cancelled, of which no letter was formed and nobody told.
 */
export function untoldCitizens(
  { appointed, untoldCancellations }: Pick<TermService, 'appointed' | 'untoldCancellations'>,
  notices: Pick<NoticeStore, 'open'>,
): readonly AttentionItem[] {
  const onTheirWay = new Set([...notices.open('waiting'), ...notices.open('failed')].map(one => one.applicationId))
  const untold = appointed().filter(
    ({ applicationId, facts }) => facts.validNoticeAt === null && !onTheirWay.has(applicationId),
  )
  return [
    ...untold.map(one => itemOf('citizenUntold', one)),
    ...untoldCancellations().map(one => itemOf('cancellationUntold', one)),
  ]
}

const itemOf = (
  kind: 'citizenUntold' | 'cancellationUntold',
  { applicationId, receptionId, appointedOn, journalNumber, shortName }: TermedApplication,
): AttentionItem => ({
  ...{ kind, subjectId: receptionId, receptionId, recordingId: null, applicationId },
  ...{ day: appointedOn, journalNumber, shortName, term: null, holdsDay: false },
})
