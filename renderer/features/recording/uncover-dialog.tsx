import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { UncoverReason, uncoverReasonText } from '../../../shared/recording/viewing.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

interface UncoverDialogProps {
  recordingId: string
  onUncovered: () => void
  onClose: () => void
}

/** Why the document is shown: written to the event log before it is. */
export function UncoverDialog({ recordingId, onUncovered, onClose }: UncoverDialogProps) {
  const { calls } = useWorkstation()
  const { role } = useDesk().session.account
  const [reason, setReason] = useState<UncoverReason | null>(null)
  const uncover = useMutation({
    mutationFn: (chosen: UncoverReason) => calls.recordings.uncover({ recordingId, reason: chosen }),
    onSuccess: onUncovered,
  })
  const reasons = UncoverReason.options.filter(option => option !== 'control' || role === 'head')
  return (
    <Modal opened onClose={onClose} title="Показать документ гражданина">
      <Stack gap="sm">
        <Text>Показ, ваше имя, время и причина будут записаны в журнал событий.</Text>
        <Radio.Group label="Причина" required value={reason} onChange={value => setReason(UncoverReason.parse(value))}>
          <Stack gap="xs" mt="xs">
            {reasons.map(option => (
              <Radio key={option} value={option} label={uncoverReasonText(option)} />
            ))}
          </Stack>
        </Radio.Group>
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
    </Modal>
  )
}
