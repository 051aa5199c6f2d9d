import { Group, Stack } from '@mantine/core'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ConnectionLostButton } from './connection-lost-button.tsx'
import { HelpButton } from './help-button.tsx'
import { MicrophoneKey } from './microphone-key.tsx'

/**
 * What must stay at hand while the picture takes the full width: one's own microphone, help for the citizen, and the
 * mark that the citizen dropped out.
 */
export function IdentificationTools() {
  const recorder = useRecorder()
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" grow>
        {recorder?.connected && <MicrophoneKey recorder={recorder} compact />}
        <HelpButton compact />
      </Group>
      <ConnectionLostButton compact />
    </Stack>
  )
}
