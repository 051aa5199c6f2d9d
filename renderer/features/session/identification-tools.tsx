import { Group } from '@mantine/core'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { HelpButton } from './help-button.tsx'
import { MicrophoneKey } from './microphone-key.tsx'

/** What must stay at hand while the picture takes the full width: one's own microphone, and help for the citizen. */
export function IdentificationTools() {
  const recorder = useRecorder()
  return (
    <Group gap="xs" wrap="nowrap" grow>
      {recorder?.connected && <MicrophoneKey recorder={recorder} compact />}
      <HelpButton compact />
    </Group>
  )
}
