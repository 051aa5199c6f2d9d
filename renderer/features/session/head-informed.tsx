import { Text } from '@mantine/core'
import { IconUserUp } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** «Руководитель уведомлён»: the moment fills the place left in column 7. */
export function HeadInformed() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const at = detail.card.state.facts.headInformedAt
  if (at !== null) return <Text>Руководитель уведомлён в {formatTime(at, timeZone)}</Text>
  return (
    <div>
      <FactButton
        variant="default"
        disabled={acting}
        leftSection={<IconUserUp aria-hidden size="1.1em" />}
        onClick={() => void act({ kind: 'headInformed' })}
      >
        Руководитель уведомлён
      </FactButton>
    </div>
  )
}
