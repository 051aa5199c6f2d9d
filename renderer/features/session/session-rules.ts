import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import type { ReceptionState } from '../../../shared/reception/state.ts'

type StepName = ReceptionState['step']['name']

const talking: readonly StepName[] = ['notifying', 'identifying', 'consulting']

export const isTalking = (step: StepName): boolean => talking.includes(step)

/** «Прервать…» is in reach: the workstation permits it on some ground, now or once the wait is over. */
export const mayInterrupt = ({ acts }: Pick<ReceptionDetail, 'acts'>): boolean => mayDo(acts, 'interrupted')

/** «Завершить…» is in reach: the workstation permits it, and there was a talk that can end. */
export const mayFinish = ({ acts, card }: Pick<ReceptionDetail, 'acts' | 'card'>): boolean =>
  mayDo(acts, 'talkEnded') && card.state.step.name !== 'waiting'
