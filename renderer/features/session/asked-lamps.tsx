import { Group, Text } from '@mantine/core'
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

/**
 * The three conditions of п. 3.12 абз. 2, asked where a no-show is to be stated: what there was is marked first, and what
 * is marked is no ground any more.
 */
export function AskedLamps() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { step, facts } = detail.card.state
  const { lamps: lit, contactMeans } = facts
  if (step.name !== 'waiting' && step.name !== 'notifying' && step.name !== 'identifying') return null
  // Of who talks by chat or through an interpreter nobody demands to be heard (п. 3.12).
  const shown = lamps.filter(({ lamp }) => lamp !== 'audible' || contactMeans === 'voice')
  return (
    <div>
      <Text size="sm" mb="xs">
        Что из этого было? Отмеченное — не основание прервать приём.
      </Text>
      <Group gap="xs" role="group" aria-label="Условия подключения (п. 3.12)">
        {shown.map(({ lamp, word }) => {
          const at = lit[lamp]
          return (
            <FactButton
              key={lamp}
              size="compact-md"
              variant={at === null ? 'default' : 'light'}
              color={at === null ? 'blue' : 'gray'}
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
    </div>
  )
}
