import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useWhen } from '../../app/use-when.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { WhenFields } from '../../ui/when-fields.tsx'

interface ConfirmationDialogProps {
  card: DayCard
  onClose: () => void
}

/** How and when the citizen confirmed (п. 2.5): now, unless another time is entered. */
export function ConfirmationDialog({ card, onClose }: ConfirmationDialogProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const when = useWhen()
  const [channel, setChannel] = useState<'phone' | 'hand' | null>(null)
  const [spokenWith, setSpokenWith] = useState('')
  const note = channel === 'phone' ? spokenWith.trim() : ''
  const input = { receptionId: card.id }
  const mark = useMutation({
    mutationFn: () =>
      calls.applications.mark({
        ...input,
        kind: 'confirmed',
        occurredLocal: when.local ?? '',
        channel: channel ?? 'hand',
        note,
      }),
    onSuccess: terms => {
      queryClient.setQueryData(queries.applications.terms.queryKey({ input }), terms)
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      onClose()
    },
  })
  const wrong = faultFields(mark.error).occurredLocal
  return (
    <InPlacePanel title="Гражданин подтвердил участие (п. 2.5)" onClose={onClose}>
      <Stack gap="sm">
        <Text>
          {card.shortName}, № {card.journalNumber} в журнале. Если гражданин отказался, отмените приём (п. 2.6).
        </Text>
        <Radio.Group label="Как подтверждено" value={channel} onChange={value => setChannel(value as 'phone' | 'hand')}>
          <Group gap="md" mt="xs">
            <Radio value="phone" label="По телефону" />
            <Radio value="hand" label="Иначе (на приёме, письмом вне программы)" />
          </Group>
        </Radio.Group>
        {channel === 'phone' && (
          <TextInput
            label="С кем говорили"
            placeholder="гражданин сам"
            required
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            value={spokenWith}
            error={faultFields(mark.error).note}
            onChange={event => setSpokenWith(event.currentTarget.value)}
          />
        )}
        <WhenFields {...when.fields} error={wrong} />
        {mark.error !== null && wrong === undefined && <ToneText tone="bad">{faultHint(mark.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <FactButton
            loading={mark.isPending}
            disabled={when.local === null || channel === null || (channel === 'phone' && note === '')}
            onClick={() => mark.mutate()}
          >
            Участие подтверждено
          </FactButton>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
