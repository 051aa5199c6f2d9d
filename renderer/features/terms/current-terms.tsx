import type { ApplicationTerm } from '../../../shared/contract/applications.ts'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { termTone } from './term-tone.ts'
import { useTermText } from './use-term-text.ts'

/** The terms that run or are over, as list items; one line when there is none. */
export function CurrentTerms({ terms }: { terms: readonly ApplicationTerm[] }) {
  const textOf = useTermText()
  const current = terms.filter(({ state }) => ['running', 'overdue', 'missingYear'].includes(state.kind))
  if (current.length === 0) {
    const isLate = terms.some(({ state }) => state.kind === 'met' && state.late)
    const isUnmarked = terms.some(({ state }) => state.kind === 'unmarked')
    return (
      <li>
        <ToneText tone={isLate ? 'warn' : isUnmarked ? 'quiet' : 'good'}>
          {isLate
            ? 'Сроки по заявке: было опоздание'
            : isUnmarked
              ? 'Сроки по заявке: не всё отмечено'
              : 'Сроки по заявке соблюдены'}
        </ToneText>
      </li>
    )
  }
  return current.map(({ term, state, recounted }) => (
    <li key={term.id}>
      <ToneText tone={termTone(state)}>
        {term.title}: {textOf(term, state)} <ClauseMark clause={term.clause} />
        {state.kind === 'overdue' && ` ${term.whenMissed.text}`}
        {recounted !== null && ' Срок пересчитан, см. «Все сроки…».'}
      </ToneText>
    </li>
  ))
}
