import { Text } from '@mantine/core'
import { IconCheck, IconCircle, IconMinus, IconPlayerPlayFilled } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { LateMark } from './late-mark.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { type SessionStep, sessionSteps } from './session-steps.ts'

const marks = {
  done: { icon: IconCheck, word: 'сделано' },
  open: { icon: IconPlayerPlayFilled, word: 'сейчас' },
  ahead: { icon: IconCircle, word: 'впереди' },
  skipped: { icon: IconMinus, word: 'не было' },
} as const

/** The five steps in one thin line: what is done with its time, what is open. No colour for the ordinary. */
export function StepsLine() {
  const { detail } = useSession()
  return (
    <ol className={classes.steps} aria-label="Шаги приёма">
      {sessionSteps(detail.card.state).map((step, index) => (
        <StepMark key={step.name} step={step} number={index + 1} />
      ))}
    </ol>
  )
}

function StepMark({ step, number }: { step: SessionStep; number: number }) {
  const timeZone = useTimeZone()
  const { icon: Icon, word } = marks[step.status]
  const isQuiet = step.status === 'ahead' || step.status === 'skipped'
  return (
    <li
      className={classes.stepMark}
      data-status={step.status}
      aria-current={step.status === 'open' ? 'step' : undefined}
    >
      <Icon size="0.9em" role="img" aria-label={word} />
      <Text
        span
        size="sm"
        truncate
        title={step.title}
        fw={step.status === 'open' ? 600 : 400}
        c={isQuiet ? 'dimmed' : 'inherit'}
      >
        {number} {step.title}
      </Text>
      {step.status === 'done' && step.at !== null && (
        <Text span size="sm" c="dimmed">
          {formatTime(step.at, timeZone)}
        </Text>
      )}
      {step.status === 'done' && <LateMark madeBy={step.madeBy} />}
    </li>
  )
}
