import { isLampGround } from '../../../shared/reception/grounds.ts'
import type { ReceptionState } from '../../../shared/reception/state.ts'
import type { Regulation } from '../../../shared/regulation/regulation.ts'
import type { Tone } from '../../ui/tone.ts'

/** Where a reception stands, in a word for the day's list. */
export function receptionWord(state: ReceptionState, regulation: Regulation): { tone: Tone; word: string } {
  const { step } = state
  switch (step.name) {
    case 'scheduled':
      return state.facts.otherWorkplace === null
        ? { tone: 'quiet', word: 'назначен' }
        : { tone: 'info', word: 'на другом месте' }
    case 'cancelled':
      return { tone: 'quiet', word: step.reason === 'refused' ? 'отменён: отказ' : 'отменён: не подтверждён' }
    case 'moving':
      return { tone: 'warn', word: 'нужен иной срок' }
    case 'moved':
      return { tone: 'quiet', word: 'перенесён' }
    case 'waiting':
      return { tone: 'info', word: 'ожидание' }
    case 'notifying':
    case 'identifying':
    case 'consulting':
      return { tone: 'info', word: 'идёт' }
    case 'connectionLost':
      return { tone: 'bad', word: 'связь прервана' }
    case 'fault':
      return { tone: 'bad', word: 'неисправность' }
    case 'closing':
      return { tone: 'warn', word: 'нужен результат' }
    case 'closed':
      return { tone: 'good', word: outcomeTitle(regulation, step.outcome) }
  }
}

/** Short Russian name of an outcome, from the regulation. */
export function outcomeTitle(regulation: Regulation, code: string): string {
  return regulation.outcomes.find(rule => rule.code === code)?.title ?? code
}

/** What the way into a reception is called, and whether it is the first thing to do there. */
export function openWords(state: ReceptionState): { words: string; first: boolean } {
  const { step } = state
  if (step.name === 'closed' && isLampGround(step.outcome)) {
    return { words: 'Посмотреть или возобновить приём', first: false }
  }
  if (!isUnfinished(state)) return { words: 'Посмотреть приём', first: false }
  return { words: 'Открыть приём', first: step.name !== 'moving' }
}

/** Steps in which the session screen still has something to do. */
function isUnfinished(state: ReceptionState): boolean {
  switch (state.step.name) {
    case 'cancelled':
    case 'moved':
    case 'closed':
      return false
    default:
      return true
  }
}
