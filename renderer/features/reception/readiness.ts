import type { DayCard } from '../../../shared/contract/receptions.ts'
import type { Tone } from '../../ui/tone.ts'

/** What a scheduled reception still lacks, in two words for the list; null when nothing. */
export function missingWord(card: DayCard): string | null {
  if (card.state.step.name !== 'scheduled') return null
  if (card.link === null) return 'нет ссылки'
  if (!card.consentVideo) return 'нет согласия на видеозапись'
  return null
}

export interface ReadinessLine {
  readonly name: 'link' | 'consent' | 'room'
  readonly tone: Tone
  readonly text: string
}

/** What a reception lacks; nothing is said of what is as it should be. */
export function readinessTroubles(card: DayCard, roomInReceptions: number): readonly ReadinessLine[] {
  const lines: ReadinessLine[] = []
  if (card.link === null) lines.push({ name: 'link', tone: 'warn', text: 'Нет ссылки на встречу' })
  if (!card.consentVideo) {
    lines.push({
      name: 'consent',
      tone: 'warn',
      text: 'Нет согласия на видеозапись (п. 3.6). Спросите в начале приёма; без записи приём не проводится.',
    })
  }
  if (roomInReceptions === 0) lines.push({ name: 'room', tone: 'bad', text: 'На диске нет места для записи приёма' })
  return lines
}
