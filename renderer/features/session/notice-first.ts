import { isTalking } from '../../../shared/reception/change.ts'
import type { ReceptionState } from '../../../shared/reception/state.ts'

/** Id of the words that say so, for every button that waits. */
export const noticeFirstReasonId = 'notice-first-reason'

/** Whether the repeated notice comes before anything else: the recording stands still until it is given. */
export const isNoticeFirst = ({ step, facts }: Pick<ReceptionState, 'step' | 'facts'>): boolean =>
  facts.noticeDue && isTalking(step) && step.name !== 'notifying'
