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
      return { tone: 'quiet', word: outcomeTitle(regulation, step.outcome) }
  }
}

/** Short Russian name of an outcome, from the regulation. */
export function outcomeTitle(regulation: Regulation, code: string): string {
  return regulation.outcomes.find(rule => rule.code === code)?.title ?? code
}

/** The one thing to do next with a reception, as its button says it; `look`: nothing is left to do there. */
export function primaryWords(state: ReceptionState): { words: string; act: 'open' | 'move' | 'look' } {
  const { step } = state
  switch (step.name) {
    case 'scheduled':
      return { words: 'Начать приём', act: 'open' }
    case 'moving':
      return { words: 'Другой срок…', act: 'move' }
    case 'closing':
      return { words: 'Записать результат', act: 'open' }
    case 'closed':
      return {
        words: isLampGround(step.outcome) ? 'Посмотреть или возобновить приём' : 'Посмотреть приём',
        act: 'look',
      }
    case 'cancelled':
    case 'moved':
      return { words: 'Посмотреть приём', act: 'look' }
    default:
      return { words: 'Вернуться к приёму', act: 'open' }
  }
}
