import type { EventSource } from '../../../shared/reception/event.ts'

/** Where a fact comes from, after «внесено позже». */
export const sourceWords: Readonly<Record<EventSource, string>> = {
  hand: 'со слов специалиста',
  phone: 'по телефону',
  letter: 'из письма',
  program: 'программой',
}
