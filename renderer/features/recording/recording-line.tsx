import { Group, Skeleton, Text } from '@mantine/core'
import { IconEye, IconFileImport, IconLock } from '@tabler/icons-react'
import type { RecordingCard } from '../../../shared/contract/recordings.ts'
import { formatDate, formatDateTime } from '../../../shared/text/date-time.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import { useTimeZone } from '../../app/desk.tsx'
import list from '../../ui/row-list.module.css'
import { ToneText } from '../../ui/tone-text.tsx'
import { checkWord, daysLeftWords } from './recording-words.ts'
import classes from './recordings.module.css'

interface RecordingLineProps {
  id: string
  startPixels: number
  card: RecordingCard | undefined
  chosen: boolean
  active: boolean
  onChoose: () => void
}

/** One recording: citizen, date, length, state of the check, days left; hold, origin, seen by me. */
export function RecordingLine({ id, startPixels, card, chosen, active, onChoose }: RecordingLineProps) {
  const timeZone = useTimeZone()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box holds the keys
    // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      data-active={active || chosen || undefined}
      className={`${list.item} ${list.row} ${classes.item}`}
      style={{ transform: `translateY(${startPixels}px)` }}
      onClick={onChoose}
    >
      {card ? <Words card={card} timeZone={timeZone} /> : <Skeleton height="1em" />}
    </div>
  )
}

function Words({ card, timeZone }: { card: RecordingCard; timeZone: string }) {
  const { tone, word } = checkWord(card)
  return (
    <>
      <Text className={classes.name} fw={600}>
        {card.shortName}
      </Text>
      <Text>{card.durationMs === null ? '' : formatDuration(card.durationMs)}</Text>
      <Text size="xs" c="dimmed" className={classes.name}>
        {formatDateTime(card.startedAt, timeZone)} · {daysLeftWords(card.daysLeft)}
      </Text>
      <ToneText tone={tone} size="xs">
        {word}
      </ToneText>
      <Group gap="sm" wrap="nowrap" className={classes.marks}>
        {card.held && (
          <ToneText tone="warn" size="xs" icon={IconLock}>
            запрет уничтожения
          </ToneText>
        )}
        {card.origin !== null && (
          <ToneText tone="info" size="xs" icon={IconFileImport}>
            из Телемоста
          </ToneText>
        )}
        {card.seenAt !== null && (
          <ToneText tone="quiet" size="xs" icon={IconEye}>
            вы смотрели {formatDate(card.seenAt, timeZone)}
          </ToneText>
        )}
      </Group>
    </>
  )
}
