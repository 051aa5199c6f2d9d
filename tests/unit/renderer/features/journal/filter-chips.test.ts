import { describe, expect, it } from 'vitest'
import {
  emptyFilter,
  isChipOn,
  isNarrowed,
  outcomeChips,
  toggleOutcomes,
} from '../../../../../renderer/features/journal/filter-chips.ts'
import { JournalFilter } from '../../../../../shared/contract/journal.ts'

describe('outcome chips', () => {
  it.each(outcomeChips)('$label goes on and off and leaves the others alone', ({ outcomes }) => {
    const others = outcomeChips.find(chip => chip.outcomes !== outcomes)?.outcomes ?? []
    const start = toggleOutcomes(emptyFilter, others)
    const on = toggleOutcomes(start, outcomes)
    expect(isChipOn(on, outcomes)).toBe(true)
    expect(JournalFilter.parse(on)).toEqual(on)
    const off = toggleOutcomes(on, outcomes)
    expect(isChipOn(off, outcomes)).toBe(false)
    expect(new Set(off.outcomes)).toEqual(new Set(others))
  })

  it('no outcome stands behind two chips', () => {
    const all = outcomeChips.flatMap(chip => chip.outcomes)
    expect(new Set(all).size).toBe(all.length)
  })
})

it.each([
  [emptyFilter, false],
  [{ ...emptyFilter, search: '  ' }, false],
  [{ ...emptyFilter, search: 'петров' }, true],
  [{ ...emptyFilter, from: '2026-11-01' }, true],
  [{ ...emptyFilter, withoutResult: true }, true],
  [toggleOutcomes(emptyFilter, ['held']), true],
])('%j narrows: %s', (filter, expected) => {
  expect(isNarrowed(filter)).toBe(expected)
})
