import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExceptionKind } from '../../../shared/calendar/local-exception.ts'
import type { CalendarException } from '../../../shared/contract/calendar.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { exceptionWords } from '../../ui/exception-words.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ShiftList } from './shift-list.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

interface ExceptionDialogProps {
  /** The decision that is taken back; null: a new one. */
  revoked: CalendarException | null
  onClose: () => void
}

const kinds = ['off', 'short', 'working'] as const satisfies readonly ExceptionKind[]

/** A day of the body: what kind, on what document, and which terms it moves, told before it is written. */
export function ExceptionDialog({ revoked, onClose }: ExceptionDialogProps) {
  const [date, setDate] = useState(revoked?.date ?? null)
  const [kind, setKind] = useState<ExceptionKind | null>(revoked === null ? null : 'asCalendar')
  const [basis, setBasis] = useState('')
  const chosen = date !== null && kind !== null ? { date, kind } : null
  const { queries } = useWorkstation()
  const preview = useQuery({
    ...queries.calendar.previewException.queryOptions({ input: chosen ?? { date: '', kind: 'off' } }),
    enabled: chosen !== null,
    retry: false,
    // What it moves is asked anew each time: applications come meanwhile.
    staleTime: 0,
    gcTime: 0,
  })
  const save = useCalendarChange(
    (calendar, exception: NonNullable<typeof chosen>) =>
      calendar.decideException({ ...exception, basis: basis.trim() }),
    onClose,
  )
  const wrongDay = faultFields(save.error).date ?? faultFields(preview.error).date
  // Where a decision is taken back there is no field to stand at.
  const failure = wrongDay === undefined || revoked !== null ? (save.error ?? preview.error) : null
  return (
    <InPlacePanel title={revoked === null ? 'День органа' : 'Отменить день органа'} onClose={onClose}>
      <Stack gap="sm">
        {revoked === null ? (
          <>
            <DayField
              label="Дата"
              required
              data-autofocus
              maw="var(--layout-list)"
              value={date}
              onChange={setDate}
              error={wrongDay}
            />
            <Radio.Group label="Каким будет этот день" value={kind} onChange={value => setKind(value as ExceptionKind)}>
              <Stack gap="xs" mt="xs">
                {kinds.map(value => (
                  <Radio key={value} value={value} label={exceptionWords[value]} />
                ))}
              </Stack>
            </Radio.Group>
          </>
        ) : (
          <Text>
            {formatLocalDate(revoked.date)} снова будет таким, как в производственном календаре. Прежнее решение
            останется в журнале событий.
          </Text>
        )}
        <TextInput
          label="Документ-основание"
          description="Вид, дата и номер: приказ органа, распоряжение Губернатора"
          required
          maxLength={300}
          value={basis}
          onChange={event => setBasis(event.currentTarget.value)}
        />
        {failure !== null && <ToneText tone="bad">{faultHint(failure)}</ToneText>}
        {preview.data && <ShiftList shifts={preview.data} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Не менять
          </Button>
          <FactButton
            loading={save.isPending}
            disabled={chosen === null || basis.trim() === '' || !preview.data}
            onClick={() => chosen !== null && save.mutate(chosen)}
          >
            Записать и пересчитать сроки
          </FactButton>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
