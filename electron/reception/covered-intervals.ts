import type { ReceptionState } from '../../shared/reception/state.ts'

interface Interval {
  readonly fromMs: number
  readonly toMs: number
}

/**
 * What players and exports cover from now on: a document just put away, and the identification step just left. A
 * passport is shown there whether «Документ показан» was pressed or not.
 */
export function coveredIntervals(before: ReceptionState, after: ReceptionState): readonly Interval[] {
  return [documentPutAway(before, after), identificationLeft(before, after)].filter(interval => interval !== null)
}

function documentPutAway(before: ReceptionState, after: ReceptionState): Interval | null {
  const open = before.facts.documentShown.at(-1)
  const now = after.facts.documentShown[before.facts.documentShown.length - 1]
  return open && open.to === null && now?.to ? interval(open.from, now.to) : null
}

function identificationLeft(before: ReceptionState, after: ReceptionState): Interval | null {
  const { noticeGivenAt } = before.facts
  if (before.step.name !== 'identifying' || noticeGivenAt === null) return null
  if (after.step.name !== 'consulting' && after.step.name !== 'closing') return null
  const end = after.facts.identification?.at ?? after.facts.endedAt
  return end === null || end === undefined ? null : interval(noticeGivenAt, end)
}

const interval = (from: string, to: string): Interval => ({ fromMs: Date.parse(from), toMs: Date.parse(to) })
