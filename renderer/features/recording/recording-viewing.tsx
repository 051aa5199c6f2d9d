import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconEye, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { Slip } from '../../../shared/recording/slip.ts'
import type { ViewingReason, ViewingRule } from '../../../shared/recording/viewing.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { Player } from './player.tsx'
import { ReasonChoice } from './reason-choice.tsx'

/** The player for who held the reception; others say why first, and after its days it is a head's alone. */
export function RecordingViewing({ recordingId, slip, rule }: { recordingId: string; slip: Slip; rule: ViewingRule }) {
  const [reason, setReason] = useState<ViewingReason | null>(null)
  if (rule === 'own' || reason !== null) return <Player recordingId={recordingId} slip={slip} reason={reason} />
  if (rule === 'headOnly') {
    return (
      <ToneText tone="info" icon={IconLock}>
        Срок, в который видеозапись смотрит специалист, истёк: её может открыть руководитель
      </ToneText>
    )
  }
  return <ReasonFirst onChosen={setReason} />
}

function ReasonFirst({ onChosen }: { onChosen: (reason: ViewingReason) => void }) {
  const [asking, dialog] = useDisclosure()
  const [reason, setReason] = useState<ViewingReason | null>(null)
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Text>Приём вели не вы. Причина просмотра, ваше имя и время будут записаны в журнал событий.</Text>
        <Button leftSection={<IconEye aria-hidden size="1.1em" />} onClick={dialog.open}>
          Открыть видеозапись…
        </Button>
        {asking && (
          <InPlacePanel title="Почему открываете видеозапись" onClose={dialog.close}>
            <Stack gap="sm">
              <ReasonChoice value={reason} onChange={setReason} />
              <Group justify="flex-end">
                <Button variant="default" onClick={dialog.close}>
                  Отмена
                </Button>
                <Button disabled={reason === null} onClick={() => reason !== null && onChosen(reason)}>
                  Открыть
                </Button>
              </Group>
            </Stack>
          </InPlacePanel>
        )}
      </Stack>
    </Paper>
  )
}
