import { IconArrowBackUp } from '@tabler/icons-react'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'
import { useUndo } from './use-undo.ts'

/** ↶ beside the tick it takes back, while the undo time lasts; the key is undo-last.tsx's. */
export function UndoTick({ madeBy }: { madeBy: readonly string[] }) {
  const { acting } = useSession()
  const undo = useUndo()
  if (undo === null || !madeBy.includes(undo.action.kind)) return null
  return (
    <FactButton
      size="compact-sm"
      flex="none"
      variant="subtle"
      leftSection={<IconArrowBackUp aria-hidden size="1.1em" />}
      title="Отменить отметку (Alt+Z)"
      aria-label={`Отменить отметку, ещё ${undo.secondsLeft} с`}
      disabled={acting}
      onClick={undo.run}
    >
      {undo.secondsLeft} с
    </FactButton>
  )
}
