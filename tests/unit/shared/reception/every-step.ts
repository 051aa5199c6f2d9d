import type { ReceptionStepName } from '../../../../shared/reception/state.ts'
import { act, historyOf, type Line } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const connected: Line = ['09:02', act.connected]
const notice: Line = ['09:03', act.notice]
const talk: readonly Line[] = [
  opened,
  connected,
  notice,
  ['09:04', act.shown],
  ['09:04', act.removed],
  ['09:05', act.established],
]

/** A history that ends in each step. */
export const everyStep = {
  scheduled: historyOf(),
  cancelled: historyOf(['08:00', act.cancelled('refused')]),
  moving: historyOf(['08:00', act.moving('citizenAsked')]),
  moved: historyOf(['08:00', act.moved]),
  waiting: historyOf(opened),
  notifying: historyOf(opened, connected),
  identifying: historyOf(opened, connected, notice),
  consulting: historyOf(...talk),
  connectionLost: historyOf(...talk, ['09:07', act.lost]),
  fault: historyOf(...talk, ['09:07', act.fault]),
  closing: historyOf(...talk, ['09:14', act.ended]),
  closed: historyOf(...talk, ['09:14', act.ended], ['09:15', act.closed('held')]),
} as const satisfies Record<ReceptionStepName, ReturnType<typeof historyOf>>

export const stepNames = Object.keys(everyStep) as ReceptionStepName[]
