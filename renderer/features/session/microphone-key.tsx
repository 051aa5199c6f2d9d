import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

interface MicrophoneProps {
  recorder: RecorderView
  compact?: boolean
}

/** One key from silence: muted in Telemost is not muted in the recording. Each use is a marker in the file. */
export function MicrophoneKey({ recorder, compact = false }: MicrophoneProps) {
  const microphone = useMicrophone(recorder)
  useHotkeys([['F8', microphone.toggle]], [], true)
  return <MicrophoneSwitch {...microphone} compact={compact} />
}

/** The button without the key, for a second place at the same time. */
export function MicrophoneButton({ recorder, compact = false }: MicrophoneProps) {
  return <MicrophoneSwitch {...useMicrophone(recorder)} compact={compact} />
}

function useMicrophone({ microphoneMuted: muted }: RecorderView) {
  const { calls } = useWorkstation()
  const mute = useMutation({ mutationFn: (wanted: boolean) => calls.workplace.muteMicrophone({ muted: wanted }) })
  return {
    muted,
    failure: mute.error,
    toggle: () => {
      if (!mute.isPending) mute.mutate(!muted)
    },
  }
}

function MicrophoneSwitch({
  muted,
  failure,
  toggle,
  compact,
}: ReturnType<typeof useMicrophone> & { compact: boolean }) {
  const Icon = muted ? IconMicrophoneOff : IconMicrophone
  return (
    <>
      <Button
        size={compact ? 'compact-md' : 'sm'}
        px="xs"
        variant={muted ? 'filled' : 'default'}
        color={muted ? 'red' : 'gray'}
        leftSection={<Icon aria-hidden size="1.1em" />}
        rightSection={<HotkeyHint keys="F8" />}
        aria-keyshortcuts="F8"
        onClick={toggle}
      >
        {muted
          ? compact
            ? 'вернуть голос'
            : 'Вернуть мой голос в запись'
          : compact
            ? 'убрать голос'
            : 'Убрать мой голос из записи'}
      </Button>
      {failure && <ToneText tone="bad">{faultHint(failure)}</ToneText>}
    </>
  )
}
