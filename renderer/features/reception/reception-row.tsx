import type { DayCard } from '../../../shared/contract/receptions.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { missingWord } from './readiness.ts'
import { receptionWord } from './reception-word.ts'
import classes from './today.module.css'

interface ReceptionRowProps {
  card: DayCard
  selected: boolean
  tabStop: boolean
  onSelect: () => void
}

/** One line of the day: time, «Фамилия И. О.», where it stands. Never the topic. */
export function ReceptionRow({ card, selected, tabStop, onSelect }: ReceptionRowProps) {
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const { tone, word } = receptionWord(card.state, regulation)
  const missing = missingWord(card)
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      className={classes.row}
      onClick={onSelect}
    >
      <span className={classes.time}>{formatTime(card.state.facts.appointedAt, timeZone)}</span>
      <span className={classes.rowName}>{card.shortName}</span>
      <span className={classes.rowState} title={missing ?? word}>
        <ToneText tone={missing ? 'warn' : tone} size="xs" truncate>
          {missing ?? word}
        </ToneText>
      </span>
    </button>
  )
}
