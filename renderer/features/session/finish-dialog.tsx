import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { FactButton } from '../../ui/fact-button.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'

/** The end of the talk: the clock and the recording stop here, the result is written next. */
export function FinishDialog() {
  const { dialog, closeDialog, act, acting } = useSession()
  const close = () => closeDialog('finish')
  const end = async (kind: 'talkEnded' | 'endedByCitizen') => {
    if (await act({ kind })) close()
  }
  // A second, separate press: the one that opened the dialog may still be held down.
  useHotkeys(
    [
      [
        'ctrl+Enter',
        event => {
          if (dialog !== 'finish') return
          event.preventDefault()
          if (!acting && !event.repeat) void end('talkEnded')
        },
        { preventDefault: false },
      ],
    ],
    [],
    true,
  )
  return (
    <Modal opened={dialog === 'finish'} onClose={close} title="Завершить разговор?">
      <Stack>
        <Text>
          Часы приёма и видеозапись остановятся, следующим шагом запишете результат. Отменить завершение нельзя.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            Продолжить приём
          </Button>
          <FactButton variant="default" loading={acting} onClick={() => void end('endedByCitizen')}>
            Гражданин завершил сам
          </FactButton>
          <FactButton
            loading={acting}
            aria-keyshortcuts="Control+Enter"
            rightSection={<HotkeyHint keys="Ctrl+Enter" />}
            onClick={() => void end('talkEnded')}
          >
            Завершить разговор
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
