import type { ReceptionState } from '../../../../shared/reception/state.ts'
import { sessionSteps } from '../session-steps.ts'

/** The step in a word or two; what stands outside of the five steps has its own. */
export function panelTitle(state: ReceptionState): string {
  switch (state.step.name) {
    case 'connectionLost':
      return 'Связь потеряна'
    case 'fault':
      return 'Неисправность'
    case 'moving':
      return 'Другой срок'
    default:
      return sessionSteps(state).find(({ status }) => status === 'open')?.title ?? 'Приём'
  }
}
