import { EmergencyService, type ReceptionAction } from '../../../shared/reception/event.ts'
import type { ReceptionState } from '../../../shared/reception/state.ts'
import { isNoticeFirst } from './notice-first.ts'

/** A fact that may be entered later than it happened, in words. */
export interface LateFact {
  readonly key: string
  readonly label: string
  readonly action: ReceptionAction
  /** The time agreed in the call has to be told with it. */
  readonly agreesTime?: true
}

const calls: readonly LateFact[] = [
  {
    key: 'agreed',
    label: 'Звонок: согласован иной срок',
    action: { kind: 'phoneCalled', result: 'agreed', agreedTime: null },
    agreesTime: true,
  },
  {
    key: 'notReached',
    label: 'Звонок: не ответил',
    action: { kind: 'phoneCalled', result: 'notReached', agreedTime: null },
  },
  {
    key: 'willConnect',
    label: 'Звонок: сейчас подключится',
    action: { kind: 'phoneCalled', result: 'willConnect', agreedTime: null },
  },
  {
    key: 'declined',
    label: 'Звонок: от иного срока отказался',
    action: { kind: 'phoneCalled', result: 'declined', agreedTime: null },
  },
]

const emergencies: readonly LateFact[] = EmergencyService.options.map(service => ({
  key: service,
  label: `Вызвана экстренная служба: ${service}`,
  action: { kind: 'emergencyServiceCalled', service },
}))

/** What can be entered now for an earlier moment, e.g. a call from a mobile phone in a power cut. */
export function lateFacts(state: ReceptionState): readonly LateFact[] {
  const facts = [...calls]
  // Before the room is open, and after a move began, nobody is with the citizen.
  if (state.step.name !== 'scheduled' && state.step.name !== 'moving') facts.push(...emergencies)
  if (state.step.name === 'notifying') {
    facts.push({ key: 'noticeGiven', label: 'Гражданин уведомлён о видеозаписи', action: { kind: 'noticeGiven' } })
  }
  if (isNoticeFirst(state)) {
    facts.push({
      key: 'noticeRepeated',
      label: 'Сообщено, что видеозапись продолжается',
      action: { kind: 'noticeRepeated' },
    })
  }
  if (state.facts.headInformedAt === null) {
    facts.push({ key: 'headInformed', label: 'Руководитель уведомлён', action: { kind: 'headInformed' } })
  }
  return facts
}
