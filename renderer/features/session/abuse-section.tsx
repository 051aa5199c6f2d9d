import { Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useDesk, useRegulation, useTimeZone } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { groundWords } from './ground-words.ts'
import { useSession } from './session-context.tsx'

/**
 * п. 3.12 абз. 4 in two presses: the first is the warning, said aloud and marked in the recording; the second
 * interrupts at once, and what happened is written later. Where the room is not this program's own, the person leaves it.
 */
export function AbuseSection({ onLeft }: { onLeft: () => void }) {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { can } = useDesk()
  const { text, clause } = useRegulation().words.warning
  const { step, facts } = detail.card.state
  const warnedAt = facts.warnings.at(-1)
  // Who dropped out hears no warning: what was said before is ground enough.
  const nobodyToWarn = step.name === 'connectionLost'

  async function leave(): Promise<void> {
    if (await act({ kind: 'interrupted', ground: 'abuse', reason: null })) onLeft()
  }

  return (
    <Paper withBorder p="sm" component="section" aria-label={groundWords.abuse.title}>
      <Stack gap="xs">
        <Text fw={600}>
          {groundWords.abuse.title} <ClauseMark clause={clause} />
        </Text>
        {warnedAt === undefined && !nobodyToWarn ? (
          <Group>
            <FactButton
              color="amber"
              variant="light"
              disabled={acting}
              leftSection={<IconAlertTriangle aria-hidden size="1.1em" />}
              onClick={() => void act({ kind: 'warningGiven' })}
            >
              Предупреждаю…
            </FactButton>
          </Group>
        ) : (
          <>
            {!nobodyToWarn && <Text size="lg">«{text}»</Text>}
            <ToneText tone="info" size="sm">
              {warnedAt === undefined
                ? 'Связь прервана, предупредить некого.'
                : `Предупреждение отмечено в ${formatTime(warnedAt, timeZone)}.`}{' '}
              {nobodyToWarn
                ? 'Прервите приём, если слова были до обрыва: описать можно потом.'
                : 'Если не прекратилось, прервите приём: описать можно потом.'}
            </ToneText>
            {!can.openTelemostInside && <Text size="sm">Затем сразу выйдите из комнаты в окне Телемоста.</Text>}
            <Group>
              <FactButton color="red" disabled={acting} onClick={() => void leave()}>
                Прервать приём сейчас
              </FactButton>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  )
}
