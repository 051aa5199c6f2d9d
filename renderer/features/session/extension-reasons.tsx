import { Group, Stack, Text } from '@mantine/core'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** Why the time was extended: decided with one press in the talk, put in other words here. */
export function ExtensionReasons() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { extension: usual } = useRegulation().reasons
  return (
    <>
      {detail.card.state.facts.extensions.map(({ at, minutes, reason, forOutage }, index) => (
        <Stack key={at} gap="xs" role="group" aria-label={`Причина увеличения времени в ${formatTime(at, timeZone)}`}>
          <Text size="sm">
            +{minutes} мин в {formatTime(at, timeZone)}: {reason}
          </Text>
          {!forOutage && (
            <Group gap="xs">
              {usual.map(words => (
                <FactButton
                  key={words}
                  size="compact-md"
                  variant={words === reason ? 'light' : 'default'}
                  aria-pressed={words === reason}
                  disabled={acting}
                  onClick={() => words !== reason && void act({ kind: 'extensionExplained', index, reason: words })}
                >
                  {words}
                </FactButton>
              ))}
            </Group>
          )}
        </Stack>
      ))}
    </>
  )
}
