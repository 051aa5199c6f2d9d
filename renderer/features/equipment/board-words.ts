import type { BoardLine } from '../../../shared/contract/equipment.ts'
import { causeText, codeWords } from '../../../shared/equipment/result-words.ts'
import { formatDateTime, formatTime } from '../../../shared/text/date-time.ts'
import type { Tone } from '../../ui/tone.ts'

/** How a workplace stands this morning, in one line. */
export function boardState(
  { full, latest, isBlocked }: Pick<BoardLine, 'full' | 'latest' | 'isBlocked'>,
  timeZone: string,
): { readonly tone: Tone; readonly text: string } {
  if (isBlocked) return { tone: 'bad', text: 'Приём начинать нельзя' }
  if (full !== null) {
    const at = formatTime(full.at, timeZone)
    switch (full.state) {
      case 'fault':
        return { tone: 'bad', text: `Полная проверка ${at}: неисправность` }
      case 'warning':
        return { tone: 'warn', text: `Полная проверка ${at}: есть замечания` }
      case 'good':
      case 'unknown':
        return { tone: 'good', text: `Полная проверка ${at}: исправно` }
    }
  }
  return {
    tone: 'warn',
    text:
      latest === null
        ? 'Полной проверки сегодня не было'
        : `Полной проверки сегодня не было, последняя проверка ${formatDateTime(latest.at, timeZone)}`,
  }
}

type Trouble = BoardLine['troubles'][number]

/** «Микрофон: занято другой программой» */
export function troubleText({ code, cause }: Pick<Trouble, 'code' | 'cause'>): string {
  const why = causeText({ cause })
  return why === '' ? codeWords[code] : `${codeWords[code]}: ${why}`
}

/** Since when, and whether it was found more than once: what was found once may pass by itself. */
export function sinceText({ since, times }: Pick<Trouble, 'since' | 'times'>, timeZone: string): string {
  const when = `с ${formatDateTime(since, timeZone)}`
  return times === 1 ? `${when}, найдено один раз` : `${when}, проверок подряд: ${times}`
}
