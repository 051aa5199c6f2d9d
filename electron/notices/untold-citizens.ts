import type { AttentionItem } from '../../shared/contract/day.ts'
import type { TermedApplication } from '../terms/term-store.ts'
import type { NoticeStore } from './notice-store.ts'

/**
 * Whose reception stands, and nobody told: no notice of its time went out or was marked, and none waits or failed — those
 * are told of by themselves.
 */
export function untoldCitizens(
  appointed: readonly TermedApplication[],
  notices: Pick<NoticeStore, 'open'>,
): readonly AttentionItem[] {
  const onTheirWay = new Set([...notices.open('waiting'), ...notices.open('failed')].map(one => one.applicationId))
  return appointed
    .filter(({ applicationId, facts }) => facts.validNoticeAt === null && !onTheirWay.has(applicationId))
    .map(({ applicationId, receptionId, appointedOn, journalNumber, shortName }) => ({
      ...{ kind: 'citizenUntold', subjectId: receptionId, receptionId, recordingId: null, applicationId },
      ...{ day: appointedOn, journalNumber, shortName, term: null, holdsDay: false },
    }))
}
