import { ActionIcon, Button, Group, Popover, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { dayTitle } from '../../ui/day-title.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const DayCalendar = lazyPart(() => import('./day-calendar.tsx').then(part => part.DayCalendar))

interface DayStepsProps {
  /** Local dates. */
  date: string
  today: string
  onChange: (date: string) => void
}

const shifted = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

/** The day by its name, and the way to the days beside it: buttons, Ctrl+← and Ctrl+→; to any other by the calendar. */
export function DaySteps({ date, today, onChange }: DayStepsProps) {
  const [choosing, setChoosing] = useState(false)
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
      <Popover opened={choosing} onChange={setChoosing} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label="Перейти к дате"
            title="Перейти к дате"
            onClick={() => setChoosing(!choosing)}
          >
            <IconCalendar aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label="Перейти к дате">
          <DayCalendar
            date={date}
            onChoose={chosen => {
              setChoosing(false)
              if (chosen !== null) onChange(chosen)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {date !== today && (
        <Button variant="default" onClick={() => onChange(today)}>
          К сегодняшнему дню
        </Button>
      )}
    </Group>
  )
}
