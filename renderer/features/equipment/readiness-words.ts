import type { Readiness } from '../../../shared/contract/equipment.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import type { Tone } from '../../ui/tone.ts'
import { overallWords } from './overall-words.ts'

/** The workplace in one line of «Сегодня», with what to press where something is left to do. */
export function readinessWords(
  { check, fullDue }: Pick<Readiness, 'check' | 'fullDue'>,
  timeZone: string,
): { readonly tone: Tone; readonly text: string; readonly link: string | null } {
  if (check === null) return { tone: 'warn', text: 'Оборудование сегодня не проверено', link: 'Проверить' }
  const at = formatTime(check.finishedAt, timeZone)
  const { tone, text } = overallWords(check)
  if (check.blocked.length > 0) return { tone: 'bad', text: `Проверено ${at}: неисправность`, link: 'Что делать' }
  if (fullDue) return { tone: 'warn', text: `Проверено ${at}, без пробной записи`, link: 'Полная проверка' }
  if (tone === 'good') return { tone, text: `Проверено ${at}, исправно`, link: null }
  return { tone, text: `Проверено ${at}: ${text.toLocaleLowerCase('ru')}`, link: 'Подробнее' }
}
