import { Button, Divider, Group } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** Ends that are no interruption by the specialist. */
export function OtherEndings() {
  const { detail, act, acting, showDialog, closeDialog } = useSession()
  const { name } = detail.card.state.step
  const talking = name === 'notifying' || name === 'identifying' || name === 'consulting'
  const end = async (kind: 'recordingRefused' | 'endedByCitizen') => {
    if (await act({ kind })) closeDialog('interrupt')
  }
  return (
    <>
      <Divider label="Другое завершение" />
      <Group gap="xs">
        {talking && (
          <FactButton variant="default" disabled={acting} onClick={() => void end('recordingRefused')}>
            Гражданин отказался от видеозаписи
          </FactButton>
        )}
        <FactButton variant="default" disabled={acting} onClick={() => void end('endedByCitizen')}>
          Гражданин завершил разговор
        </FactButton>
        <Button
          variant="default"
          leftSection={<IconUrgent aria-hidden size="1.1em" />}
          onClick={() => showDialog('emergency')}
        >
          Экстренно (112, 103)…
        </Button>
      </Group>
    </>
  )
}
