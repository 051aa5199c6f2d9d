import { Group, Text } from '@mantine/core'
import { IconMessage2 } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** After a refused recording: column 7 states that the right was explained only once this was pressed. */
export function RightsExplained() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { recordingRefusedAt, rightsExplainedAt } = detail.card.state.facts
  if (recordingRefusedAt === null) return null
  if (rightsExplainedAt !== null) {
    return <Text>Разъяснено право обратиться очно или письменно в {formatTime(rightsExplainedAt, timeZone)}</Text>
  }
  return (
    <Group>
      <FactButton
        variant="default"
        disabled={acting}
        leftSection={<IconMessage2 aria-hidden size="1.1em" />}
        onClick={() => void act({ kind: 'rightsExplained' })}
      >
        Разъяснено право обратиться очно или письменно
      </FactButton>
    </Group>
  )
}
