import type { InstantText, ReceptionState } from '../../../shared/reception/state.ts'

export type SessionStepName = 'connection' | 'notice' | 'identification' | 'consultation' | 'result'

export interface SessionStep {
  readonly name: SessionStepName
  readonly title: string
  /** `skipped` = the reception ended without it. */
  readonly status: 'done' | 'open' | 'ahead' | 'skipped'
  /** When it was done. */
  readonly at: InstantText | null
  /** Kinds of events that make this step done, for the correction of its time. */
  readonly madeBy: readonly string[]
}

const titles: Record<SessionStepName, string> = {
  connection: 'Подключение',
  notice: 'Уведомление о записи',
  identification: 'Идентификация',
  consultation: 'Консультация',
  result: 'Результат',
}

const order: readonly SessionStepName[] = ['connection', 'notice', 'identification', 'consultation', 'result']

const madeBy: Record<SessionStepName, readonly string[]> = {
  connection: ['citizenConnected'],
  notice: ['noticeGiven'],
  identification: ['identified'],
  consultation: ['talkEnded', 'endedByCitizen', 'interrupted'],
  result: [],
}

/** The five steps as the left column shows them; at most one is open. */
export function sessionSteps(state: ReceptionState): readonly SessionStep[] {
  const { facts } = state
  const done: Record<SessionStepName, InstantText | null> = {
    connection: facts.connectedAt,
    notice: facts.noticeGivenAt,
    identification: facts.identification?.at ?? null,
    // An interruption before the identification leaves no consultation behind.
    consultation: facts.identification === null ? null : facts.endedAt,
    result: state.step.name === 'closed' ? state.step.at : null,
  }
  const open = openStep(state)
  return order.map(name => ({
    name,
    title: titles[name],
    status: statusOf(name, open, done[name]),
    at: done[name],
    madeBy: madeBy[name],
  }))
}

function statusOf(name: SessionStepName, open: SessionStepName | null, at: InstantText | null): SessionStep['status'] {
  if (name === open) return 'open'
  if (open !== null && order.indexOf(name) > order.indexOf(open)) return 'ahead'
  if (at !== null) return 'done'
  return open === 'result' ? 'skipped' : 'ahead'
}

function openStep({ step }: ReceptionState): SessionStepName | null {
  switch (step.name) {
    case 'scheduled':
    case 'waiting':
      return 'connection'
    case 'notifying':
      return 'notice'
    case 'identifying':
      return 'identification'
    case 'consulting':
      return 'consultation'
    case 'closing':
      return 'result'
    case 'connectionLost':
    case 'fault':
    case 'moving':
    case 'moved':
    case 'closed':
    case 'cancelled':
      return null
  }
}
