import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { causeText, codeWords } from '../../../shared/equipment/result-words.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { stateWords } from './overall-words.ts'

/** A check as lines of text: troubles first, devices and versions at the end; no reception, no citizen. */
export function checkAsText(check: EquipmentCheck, workplace: string, timeZone: string): string {
  const troubles = check.results.filter(({ state }) => state === 'fault' || state === 'warning')
  const lines = troubles.map(result => {
    const { code, state, figure, unit, detail } = result
    const figures = figure === null || unit === null ? '' : figureText(figure, unit)
    const said = [figures, causeText(result), detail].filter(text => text !== '').join(', ')
    return `— ${codeWords[code]}: ${stateWords[state]}${said === '' ? '' : ` (${said})`}`
  })
  const { camera, microphone, speaker } = check.devices
  const { program, browser, ffmpeg, system } = check.versions
  return [
    `${workplace}, проверка ${formatDateTime(check.finishedAt, timeZone)}`,
    ...(lines.length === 0 ? ['Неисправностей нет'] : lines),
    `Камера: ${camera?.label ?? '—'}; микрофон: ${microphone?.label ?? '—'}; звук: ${speaker?.label ?? '—'}`,
    `Видеоприём ${program}; ${system}; ffmpeg ${ffmpeg}; ${browser}`,
  ].join('\n')
}
