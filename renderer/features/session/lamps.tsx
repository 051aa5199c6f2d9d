import { Group } from '@mantine/core'
import { IconBulb, IconBulbFilled } from '@tabler/icons-react'
import type { Lamp } from '../../../shared/reception/event.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

const lamps: readonly { lamp: Lamp; word: string }[] = [
  { lamp: 'connected', word: 'подключился' },
  { lamp: 'audible', word: 'слышно' },
  { lamp: 'documentShown', word: 'документ показан' },
]

/** The three lamps of п. 3.12 абз. 2; a press lights one, lit ones keep their time. */
export function Lamps() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { lamps: lit, contactMeans } = detail.card.state.facts
  // Of who talks by chat or through an interpreter nobody demands to be heard (п. 3.12).
  const shown = lamps.filter(({ lamp }) => lamp !== 'audible' || contactMeans === 'voice')
  return (
    <Group gap="xs" role="group" aria-label="Условия подключения (п. 3.12)">
      {shown.map(({ lamp, word }) => {
        const at = lit[lamp]
        const Icon = at === null ? IconBulb : IconBulbFilled
        return (
          <FactButton
            key={lamp}
            size="compact-md"
            variant={at === null ? 'default' : 'light'}
            color={at === null ? 'gray' : 'green'}
            leftSection={<Icon aria-hidden size="1.1em" />}
            aria-pressed={at !== null}
            disabled={acting}
            onClick={() => at === null && void act({ kind: 'lampLit', lamp })}
          >
            {word}
            {at !== null && ` ${formatTime(at, timeZone)}`}
          </FactButton>
        )
      })}
    </Group>
  )
}
