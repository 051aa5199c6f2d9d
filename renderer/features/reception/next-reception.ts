import type { DayCard } from '../../../shared/contract/receptions.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'

/** The first reception of the day still to come; null when there is none. */
export const nextReception = (receptions: readonly DayCard[]): DayCard | null =>
  receptions.find(card => card.state.step.name === 'scheduled') ?? null

/** «Следующий приём через 12 минут» in whole minutes; overdue is said so. */
export function nextReceptionWords(appointedMs: number, nowMs: number): string {
  const minutes = Math.round((appointedMs - nowMs) / 60_000)
  if (minutes === 0) return 'Следующий приём сейчас'
  const away = spanWords(Math.abs(minutes))
  return minutes > 0 ? `Следующий приём через ${away}` : `Назначенное время наступило ${away} назад`
}

function spanWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 ? countText(hours, nouns.hour) : null, rest > 0 ? accusativeMinutes(rest) : null]
  return parts.filter(part => part !== null).join(' ')
}

/** «через 1 минуту»: of the nouns here only the feminine one changes after «через». */
const accusativeMinutes = (count: number): string => countText(count, { ...nouns.minute, one: 'минуту' })
