import { Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import type { MovableReception } from './other-workplace-button.tsx'

interface OtherWorkplaceDialogProps {
  reception: MovableReception
  onClose: () => void
}

const placeText = ({ name, room }: { name: string; room: string }): string =>
  room === '' ? name : `${name}, каб. ${room}`

/** Where the reception is held instead: a workplace of the list, or a room as it is called. It is a fact of the reception. */
export function OtherWorkplaceDialog({ reception, onClose }: OtherWorkplaceDialogProps) {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const [typed, setTyped] = useState('')
  const others = useQuery(queries.equipment.otherWorkplaces.queryOptions())
  const known = others.data ?? []
  const place = typed.trim()
  const mark = useMutation({
    mutationFn: () =>
      calls.receptions.act({
        receptionId: reception.id,
        expectedSequence: reception.state.nextSequence,
        action: {
          kind: 'heldElsewhere',
          place,
          workplaceId: known.find(workplace => placeText(workplace) === place)?.workplaceId ?? null,
        },
        ...{ occurredAt: null, source: 'hand' },
      }),
    onSuccess: onClose,
  })
  const field = {
    ...{ label: 'Где пройдёт приём', required: true, 'data-autofocus': true, autoComplete: 'off' },
    ...{ maxLength: 100, value: typed },
  }
  const ready = place !== ''
  return (
    <InPlacePanel title="Другое рабочее место" onClose={onClose}>
      <FactForm ready={ready} pending={mark.isPending} onFact={() => mark.mutate()}>
        <Stack gap="sm">
          <Text>
            Приём {formatTime(reception.state.facts.appointedAt, timeZone)} пройдёт в срок на другом рабочем месте, в
            той же встрече: гражданину ничего менять не нужно. Этот компьютер освободит комнату. Отметка останется в
            истории приёма.
          </Text>
          {known.length === 0 ? (
            <TextInput
              {...field}
              description="Кабинет или название рабочего места"
              onChange={event => setTyped(event.currentTarget.value)}
            />
          ) : (
            <Autocomplete
              {...field}
              description="Выберите рабочее место из списка или впишите кабинет"
              data={known.map(placeText)}
              onChange={setTyped}
            />
          )}
          {mark.error !== null && <ToneText tone="bad">{faultHint(mark.error)}</ToneText>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton
              loading={mark.isPending}
              disabled={!ready}
              rightSection={<HotkeyHint keys="Ctrl+Enter" />}
              onClick={() => mark.mutate()}
            >
              Перейти на другое место
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </InPlacePanel>
  )
}
