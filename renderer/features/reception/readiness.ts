import type { DayCard } from '../../../shared/contract/receptions.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
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

/** Everything a reception needs, each line with its word. */
export function readinessLines(card: DayCard, roomInReceptions: number): readonly ReadinessLine[] {
  return [
    card.link
      ? { name: 'link', tone: 'good', text: 'Ссылка на встречу есть' }
      : { name: 'link', tone: 'warn', text: 'Нет ссылки на встречу' },
    card.consentVideo
      ? { name: 'consent', tone: 'good', text: 'Согласие на видеозапись есть' }
      : { name: 'consent', tone: 'warn', text: 'Нет согласия на видеозапись' },
    roomInReceptions > 0
      ? {
          name: 'room',
          tone: 'good',
          text: `Место на диске: на ${countText(roomInReceptions, nouns.reception)}`,
        }
      : { name: 'room', tone: 'bad', text: 'На диске нет места для записи приёма' },
  ]
}
