import type { JournalFilter } from '../../../shared/contract/journal.ts'
import type { OutcomeCode } from '../../../shared/reception/event.ts'
import { headOutcomes } from '../../../shared/reception/outcomes.ts'

export const emptyFilter: JournalFilter = {
  search: '',
  from: null,
  to: null,
  outcomes: [],
  withoutResult: false,
  withoutRecording: false,
  annulled: false,
}

/** Outcomes that stand behind one chip. */
export const outcomeChips: readonly { readonly label: string; readonly outcomes: readonly OutcomeCode[] }[] = [
  { label: 'Проведены', outcomes: ['held', 'heldGeneral'] },
  {
    label: 'Прерваны',
    outcomes: ['notConnected', 'microphoneOff', 'noDemonstration', 'notIdentified', 'documentRefused', 'abuse'],
  },
  { label: 'Неисправность, обрыв связи', outcomes: ['fault', 'connectionLost'] },
  { label: 'Для руководителя', outcomes: headOutcomes },
  { label: 'Отменены', outcomes: ['cancelledRefused', 'cancelledNotConfirmed'] },
]

/** Whether every outcome of the chip is asked for. */
export const isChipOn = (filter: JournalFilter, outcomes: readonly OutcomeCode[]): boolean =>
  outcomes.every(code => filter.outcomes.includes(code))

/** The filter with the chip pressed or released; the other outcomes stay. */
export function toggleOutcomes(filter: JournalFilter, outcomes: readonly OutcomeCode[]): JournalFilter {
  const others = filter.outcomes.filter(code => !outcomes.includes(code))
  return { ...filter, outcomes: isChipOn(filter, outcomes) ? others : [...others, ...outcomes] }
}

/** Whether anything narrows the journal. */
export const isNarrowed = (filter: JournalFilter): boolean =>
  filter.search.trim() !== '' ||
  filter.from !== null ||
  filter.to !== null ||
  filter.outcomes.length > 0 ||
  filter.withoutResult ||
  filter.withoutRecording ||
  filter.annulled === true
