import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Absence } from '../../../shared/contract/day.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

/** One's own absence: on these days no time is offered to anybody. */
export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { queries } = useWorkstation()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const absences = useQuery(queries.day.absences.queryOptions())
  const add = useAbsenceChange(
    (calls, input: { from: string; to: string; note: string }) => calls.day.noteAbsence(input),
    () => {
      setFrom(null)
      setTo(null)
      setNote('')
    },
  )
  const wrong = faultFields(add.error)
  return (
    <InPlacePanel title="Моё отсутствие" onClose={onClose}>
      <Stack gap="sm">
        <Text>В эти дни приёмы к вам не назначаются и не переносятся.</Text>
        {absences.data?.map(absence => (
          <AbsenceLine key={absence.id} absence={absence} />
        ))}
        <Group grow align="flex-start">
          <DayField label="С какого дня" required value={from} onChange={setFrom} error={wrong.from} />
          <DayField label="По какой день" required value={to} onChange={setTo} error={wrong.to} />
          <TextInput
            label="Примечание"
            placeholder="отпуск"
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
        </Group>
        {add.error !== null && Object.keys(wrong).length === 0 && (
          <ToneText tone="bad">{faultHint(add.error)}</ToneText>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Закрыть
          </Button>
          <FactButton
            disabled={from === null || to === null}
            loading={add.isPending}
            onClick={() => from !== null && to !== null && add.mutate({ from, to, note: note.trim() })}
          >
            Отметить отсутствие
          </FactButton>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}

function AbsenceLine({ absence: { id, from, to, note, receptions } }: { absence: Absence }) {
  const withdraw = useAbsenceChange((calls, absenceId: string) => calls.day.withdrawAbsence({ absenceId }))
  const days = from === to ? formatLocalDate(from) : `${formatLocalDate(from)} – ${formatLocalDate(to)}`
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text>
          {days}
          {note === '' ? '' : `, ${note}`}
        </Text>
        <FactButton
          size="compact-md"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(id)}
          aria-label={`Снять отсутствие: ${days}`}
        >
          Снять
        </FactButton>
      </Group>
      {receptions > 0 && (
        <ToneText tone="warn">
          На эти дни назначено: {countText(receptions, nouns.reception)}. Передайте их: «Ещё», «Передать приёмы…».
        </ToneText>
      )}
      {withdraw.error !== null && <ToneText tone="bad">{faultHint(withdraw.error)}</ToneText>}
    </Stack>
  )
}

/** One change of one's own absences; the answer is the list as it is now. */
function useAbsenceChange<Input>(
  change: (calls: Calls, input: Input) => Promise<Absence[]>,
  onDone: () => void = () => undefined,
) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => change(calls, input),
    onSuccess: absences => {
      queryClient.setQueryData(queries.day.absences.queryKey(), absences)
      void queryClient.invalidateQueries({ queryKey: queries.applications.slots.key() })
      onDone()
    },
  })
}
