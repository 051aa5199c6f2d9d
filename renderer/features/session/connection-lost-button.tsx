import { IconPlugConnectedX } from '@tabler/icons-react'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** «Связь прервалась»: the citizen dropped out of the talk; at hand in each of its steps. */
export function ConnectionLostButton() {
  const { act, acting } = useSession()
  return (
    <FactButton
      variant="default"
      leftSection={<IconPlugConnectedX aria-hidden size="1.1em" />}
      disabled={acting}
      onClick={() => void act({ kind: 'connectionLost' })}
    >
      Связь прервалась
    </FactButton>
  )
}
