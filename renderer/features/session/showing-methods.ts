import type { ShowingMethod } from '../../../shared/reception/event.ts'

export interface ShowingWords {
  readonly value: ShowingMethod
  readonly label: string
  /** As what was marked already. */
  readonly marked: string
}

/** How the citizen shows the document (п. 3.7). */
export const showingMethods: readonly ShowingWords[] = [
  { value: 'screen', label: 'экран', marked: 'экран' },
  { value: 'camera', label: 'камера', marked: 'камера' },
  { value: 'both', label: 'оба', marked: 'экран и камера' },
]
