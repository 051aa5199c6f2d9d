import type { ShowingMethod } from '../../../shared/reception/event.ts'

/** How the citizen shows the document (п. 3.7). */
export const showingMethods: readonly { readonly value: ShowingMethod; readonly label: string }[] = [
  { value: 'screen', label: 'экран' },
  { value: 'camera', label: 'камера' },
  { value: 'both', label: 'оба' },
]
