import { expect, test } from 'vitest'
import { type CaseFacts, judgeCase } from '../../../../electron/applications/judge-case.ts'

const at = '2026-11-20T02:00:00.000Z'
const scheduled: CaseFacts = {
  ...{ isAnnulled: false, step: 'scheduled', hasLink: true, isDue: false, hasReply: false, rejection: null },
  ...{ notice: null, isOutboxStill: false, isAnswerOverdue: false, lacksWrittenReply: false },
  ...{ isCancellationUntold: false },
  facts: { validNoticeAt: at, confirmedAt: null, rejectedAt: null, rejectionSentAt: null },
}
const decided = { ...scheduled, step: null, facts: { ...scheduled.facts, validNoticeAt: null, rejectedAt: at } }
const untold = { ...scheduled, facts: { ...scheduled.facts, validNoticeAt: null } }

/** What puts a case there, and beside it what takes it out. */
const standings: readonly (readonly [string, CaseFacts])[] = [
  ['awaiting awaitReply', scheduled],
  ['toDo setLink', { ...scheduled, hasLink: false }],
  ['toDo holdReception', { ...scheduled, isDue: true }],
  ['toDo decideUnanswered', { ...scheduled, isAnswerOverdue: true }],
  ['awaiting awaitReception', { ...scheduled, facts: { ...scheduled.facts, confirmedAt: at } }],
  ['toDo untold', untold],
  ['awaiting noticeOnItsWay', { ...untold, notice: 'waiting' }],
  ['toDo noticeStuck', { ...untold, notice: 'waiting', isOutboxStill: true }],
  ['toDo noticeFailed', { ...untold, notice: 'failed' }],
  ['toDo agreeTime', { ...scheduled, step: 'moving' }],
  ['toDo finishReception', { ...scheduled, step: 'consulting' }],
  ['toDo finishReception', { ...scheduled, step: 'closing', notice: 'waiting' }],
  ['done closed', { ...scheduled, step: 'closed' }],
  ['toDo writtenReply', { ...scheduled, step: 'closed', lacksWrittenReply: true }],
  ['done cancelled', { ...scheduled, step: 'cancelled' }],
  ['toDo tellCancelled', { ...scheduled, step: 'cancelled', isCancellationUntold: true }],
  ['toDo noticeFailed', { ...scheduled, step: 'cancelled', notice: 'failed' }],
  ['toDo judgeReply', { ...scheduled, hasReply: true }],
  ['toDo decide', { ...decided, facts: { ...decided.facts, rejectedAt: null } }],
  ['toDo sendRejection', decided],
  ['done rejected', { ...decided, facts: { ...decided.facts, rejectionSentAt: at } }],
  ['toDo noticeFailed', { ...decided, notice: 'failed', facts: { ...decided.facts, rejectionSentAt: at } }],
  ['done annulled', { ...decided, isAnnulled: true, hasReply: true }],
]

test.each(standings)('%s (%#)', (expected, facts) => {
  const { group, step } = judgeCase(facts)
  expect(`${group} ${step}`).toBe(expected)
})
