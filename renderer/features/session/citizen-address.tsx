import { Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useSession } from './session-context.tsx'

/** The address of the application, opened by an act of its own; forgotten when the dialog closes. */
export function CitizenAddress() {
  const { detail } = useSession()
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const receptionId = detail.card.id
  const reveal = useMutation({
    mutationFn: () => calls.receptions.revealAddress({ receptionId, expectedSequence: detail.card.state.nextSequence }),
    gcTime: 0,
    onSuccess: answer =>
      queryClient.setQueryData(queries.receptions.detail.queryKey({ input: { receptionId } }), answer.detail),
  })
  return (
    <div>
      <Text size="sm" c="dimmed">
        Адрес гражданина из заявки
      </Text>
      {reveal.data ? (
        <Text size="lg" fw={600} role="status">
          {reveal.data.address}
        </Text>
      ) : (
        <FactButton
          variant="default"
          loading={reveal.isPending}
          leftSection={<IconMapPin aria-hidden size="1.1em" />}
          onClick={() => reveal.mutate()}
        >
          Показать адрес
        </FactButton>
      )}
      {reveal.error && <ToneText tone="bad">{faultHint(reveal.error)}</ToneText>}
      <Text size="xs" c="dimmed">
        Открытие адреса записывается в журнал событий
      </Text>
    </div>
  )
}
