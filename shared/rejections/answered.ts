import type { OutcomeCode } from '../reception/event.ts'

/** Outcomes in which the question was answered: a consultation was held to its end. */
export const outcomeAnswers: readonly OutcomeCode[] = ['held', 'heldGeneral']
