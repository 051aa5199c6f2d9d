import { Divider, Group } from '@mantine/core'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** Ends that are no interruption by the specialist. */
export function OtherEndings() {
  const { detail, act, acting, closeDialog } = useSession()
  const end = async (kind: 'recordingRefused' | 'endedByCitizen') => {
    if (await act({ kind })) closeDialog('interrupt')
  }
  if (!mayDo(detail.acts, 'recordingRefused') && !mayDo(detail.acts, 'endedByCitizen')) return null
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
      </Group>
    </>
  )
}
