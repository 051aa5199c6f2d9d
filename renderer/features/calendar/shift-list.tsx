import { Stack, Text } from '@mantine/core'
import type { TermShift } from '../../../shared/contract/calendar.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { ToneText } from '../../ui/tone-text.tsx'

const shownAtMost = 8

/** Which terms of open applications a change moves, by the number in the journal: names are not for everybody here. */
export function ShiftList({ shifts }: { shifts: readonly TermShift[] }) {
  if (shifts.length === 0) return <ToneText tone="good">Сроки открытых заявок не изменятся.</ToneText>
  return (
    <div>
      <ToneText tone="warn">Изменятся сроки открытых заявок: {shifts.length}</ToneText>
      <Stack gap={2} component="ul" m={0} pl="xl">
        {shifts.slice(0, shownAtMost).map(shift => (
          <li key={`${shift.journalNumber} ${shift.termId}`}>
            <Text>
              № {shift.journalNumber}, {shift.termTitle.toLocaleLowerCase('ru')}: был по{' '}
              {formatLocalDate(shift.legalBefore)}, станет по {formatLocalDate(shift.legalAfter)}
            </Text>
          </li>
        ))}
      </Stack>
      {shifts.length > shownAtMost && <Text>и ещё {shifts.length - shownAtMost}</Text>}
    </div>
  )
}
