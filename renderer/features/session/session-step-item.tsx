import { Group, Text, ThemeIcon } from '@mantine/core'
import { IconCheck, IconCircle, IconMinus, IconPlayerPlayFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { LateMark } from './late-mark.tsx'
import classes from './session.module.css'
import type { SessionStep } from './session-steps.ts'
import { UndoTick } from './undo-tick.tsx'

interface SessionStepItemProps {
  step: SessionStep
  number: number
  children: ReactNode
}

const marks = {
  done: { icon: IconCheck, color: 'green', word: 'сделано' },
  open: { icon: IconPlayerPlayFilled, color: 'blue', word: 'сейчас' },
  ahead: { icon: IconCircle, color: 'gray', word: 'впереди' },
  skipped: { icon: IconMinus, color: 'gray', word: 'не было' },
} as const

/** One of the five steps: its mark, its time, ↶ while it can be taken back, and its body when open. */
export function SessionStepItem({ step, number, children }: SessionStepItemProps) {
  const timeZone = useTimeZone()
  const { icon: Icon, color, word } = marks[step.status]
  const quiet = step.status === 'ahead' || step.status === 'skipped'
  return (
    <li className={classes.step} data-status={step.status} aria-current={step.status === 'open' ? 'step' : undefined}>
      <Group gap="xs" wrap="nowrap">
        <ThemeIcon
          size="sm"
          radius="xl"
          variant={quiet ? 'outline' : 'filled'}
          color={color}
          role="img"
          aria-label={word}
        >
          <Icon size="0.8em" aria-hidden />
        </ThemeIcon>
        <Text truncate fw={step.status === 'open' ? 600 : 400} c={quiet ? 'dimmed' : 'inherit'}>
          {number} {step.title}
        </Text>
        {step.status === 'done' && step.at !== null && <Text c="dimmed">{formatTime(step.at, timeZone)}</Text>}
        {step.status === 'done' && <LateMark madeBy={step.madeBy} />}
        {step.status === 'done' && <UndoTick madeBy={step.madeBy} />}
      </Group>
      {children}
    </li>
  )
}
