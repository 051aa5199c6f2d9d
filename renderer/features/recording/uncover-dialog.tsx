import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewingReason } from '../../../shared/recording/viewing.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ReasonChoice } from './reason-choice.tsx'

interface UncoverDialogProps {
  recordingId: string
  onUncovered: () => void
  onClose: () => void
}

/** Why the document is shown: written to the event log before it is. */
export function UncoverDialog({ recordingId, onUncovered, onClose }: UncoverDialogProps) {
  const { calls } = useWorkstation()
  const [reason, setReason] = useState<ViewingReason | null>(null)
  const uncover = useMutation({
    mutationFn: (chosen: ViewingReason) => calls.recordings.uncover({ recordingId, reason: chosen }),
    onSuccess: onUncovered,
  })
  return (
    <InPlacePanel title="Показать документ гражданина" onClose={onClose}>
      <Stack gap="sm">
        <Text>Показ, ваше имя, время и причина будут записаны в журнал событий.</Text>
        <ReasonChoice value={reason} onChange={setReason} />
        {uncover.error && <ToneText tone="bad">{faultHint(uncover.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <Button
            disabled={reason === null}
            loading={uncover.isPending}
            onClick={() => reason !== null && uncover.mutate(reason)}
          >
            Показать документ
          </Button>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
