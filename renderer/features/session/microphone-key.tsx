import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

/** One key from silence: muted in Telemost is not muted in the recording. Each use is a marker in the file. */
export function MicrophoneKey({ recorder, compact = false }: { recorder: RecorderView; compact?: boolean }) {
  const { calls } = useWorkstation()
  const mute = useMutation({ mutationFn: (muted: boolean) => calls.workplace.muteMicrophone({ muted }) })
  const muted = recorder.microphoneMuted
  const toggle = () => {
    if (!mute.isPending) mute.mutate(!muted)
  }
  useHotkeys([['F8', toggle]], [], true)
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
        {muted ? (compact ? 'вас нет' : 'В записи вас нет') : compact ? 'вас слышно' : 'В записи вас слышно'}
      </Button>
      {mute.error && <ToneText tone="bad">{faultHint(mute.error)}</ToneText>}
    </>
  )
}
