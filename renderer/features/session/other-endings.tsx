import { Button, Divider, Group } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** Ends that are no interruption by the specialist. */
export function OtherEndings() {
  const { detail, act, acting, showDialog, closeDialog } = useSession()
  const end = async (kind: 'recordingRefused' | 'endedByCitizen') => {
    if (await act({ kind })) closeDialog('interrupt')
  }
  return (
    <>
      <Divider label="Другое завершение" />
      <Group gap="xs">
        {mayDo(detail.acts, 'recordingRefused') && (
          <FactButton variant="default" disabled={acting} onClick={() => void end('recordingRefused')}>
            Гражданин отказался от видеозаписи
          </FactButton>
        )}
        {mayDo(detail.acts, 'endedByCitizen') && (
          <FactButton variant="default" disabled={acting} onClick={() => void end('endedByCitizen')}>
            Гражданин завершил разговор
          </FactButton>
        )}
        {mayDo(detail.acts, 'emergencyDeclared') && (
          <Button
            variant="default"
            leftSection={<IconUrgent aria-hidden size="1.1em" />}
            onClick={() => showDialog('emergency')}
          >
            Экстренно (112, 103)…
          </Button>
        )}
      </Group>
    </>
  )
}
