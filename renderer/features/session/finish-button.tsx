import { Button } from '@mantine/core'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { mayFinish } from './session-rules.ts'
import { useSessionKey } from './use-session-key.ts'

/** «Завершить…»: asks once, because the end of the talk also ends the recording and cannot be undone. */
export function FinishButton() {
  const { detail, showDialog } = useSession()
  const talking = mayFinish(detail)
  useSessionKey('F9', () => showDialog('finish'), talking)
  if (!talking) return null
  return (
    <Button
      variant="default"
      aria-keyshortcuts="F9"
      rightSection={<HotkeyHint keys="F9" />}
      onClick={() => showDialog('finish')}
    >
      Завершить…
    </Button>
  )
}
