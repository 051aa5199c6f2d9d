import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import type { CheckResult, CheckState } from '../../../shared/equipment/codes.ts'
import { checkGroups, groupOf, isForTechnician, worstState } from '../../../shared/equipment/groups-and-states.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import type { Tone } from '../../ui/tone.ts'

export const toneOfState: Readonly<Record<CheckState, Tone>> = {
  good: 'good',
  warning: 'warn',
  fault: 'bad',
  unknown: 'quiet',
}

export const stateWords: Readonly<Record<CheckState, string>> = {
  good: 'исправно',
  warning: 'замечание',
  fault: 'неисправность',
  unknown: 'не проверено',
}

export const kindWords: Readonly<Record<EquipmentCheck['kind'], string>> = {
  quick: 'быстрая',
  full: 'полная',
  silent: 'перед приёмом',
}

/** The whole check in one line, for the list and the header. */
export function overallWords({ results: all, blocked }: Pick<EquipmentCheck, 'results' | 'blocked'>): {
  readonly tone: Tone
  readonly text: string
} {
  const results = all.filter(({ code }) => !isForTechnician(code))
  const faults = results.filter(({ state }) => state === 'fault').length
  const warnings = results.filter(({ state }) => state === 'warning').length
  const remarks = warnings === 0 ? '' : countText(warnings, nouns.remark)
  switch (worstState(results.map(({ state }) => state))) {
    case 'fault':
      return {
        tone: 'bad',
        text:
          blocked.length > 0 ? 'Приём начинать нельзя' : `Неисправно: ${faults}${remarks === '' ? '' : `, ${remarks}`}`,
      }
    case 'warning':
      return { tone: 'warn', text: `Можно работать, ${remarks}` }
    case 'good':
      return results.some(isUnheard)
        ? { tone: 'info', text: 'Осталось подтвердить звук' }
        : { tone: 'good', text: 'Всё готово' }
    case 'unknown':
      return { tone: 'quiet', text: 'Ничего не проверено' }
  }
}

/** A tone nobody said a word about is not yet a working output. */
const isUnheard = ({ code, state }: CheckResult): boolean => code === 'speakerTone' && state === 'unknown'

const severity = { fault: 0, warning: 1, good: 2, unknown: 3 } as const

/** The lines by group; groups and lines with a fault first, else in the usual order. */
export function groupsOf(results: readonly CheckResult[]) {
  return checkGroups
    .map(group => {
      const own = results.filter(({ code }) => groupOf(code) === group)
      const worst = worstState(own.map(({ state }) => state))
      return {
        group,
        state: worst === 'good' && own.some(isUnheard) ? ('unknown' as const) : worst,
        results: [...own].sort((one, other) => severity[one.state] - severity[other.state]),
      }
    })
    .filter(group => group.results.length > 0)
    .sort((one, other) => Math.min(severity[one.state], 2) - Math.min(severity[other.state], 2))
}
