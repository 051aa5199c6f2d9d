import { ActionIcon, Button, Group, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Temporal } from 'temporal-polyfill'
import { dayTitle } from '../../ui/day-title.ts'

interface DayStepsProps {
  /** Local dates. */
  date: string
  today: string
  onChange: (date: string) => void
}

const shifted = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

/** The day by its name, and the way to the days beside it: buttons, Ctrl+← and Ctrl+→. */
export function DaySteps({ date, today, onChange }: DayStepsProps) {
  useHotkeys([
    ['mod+ArrowLeft', () => onChange(shifted(date, -1))],
    ['mod+ArrowRight', () => onChange(shifted(date, 1))],
  ])
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label="Предыдущий день"
        title="Предыдущий день (Ctrl+←)"
        onClick={() => onChange(shifted(date, -1))}
      >
        <IconChevronLeft aria-hidden />
      </ActionIcon>
      <Title order={1} size="h3" aria-live="polite">
        {dayTitle(date)}
      </Title>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label="Следующий день"
        title="Следующий день (Ctrl+→)"
        onClick={() => onChange(shifted(date, 1))}
      >
        <IconChevronRight aria-hidden />
      </ActionIcon>
      {date !== today && (
        <Button variant="default" onClick={() => onChange(today)}>
          К сегодняшнему дню
        </Button>
      )}
    </Group>
  )
}
