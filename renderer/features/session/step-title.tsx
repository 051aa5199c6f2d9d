import { Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ReceptionState } from '../../../shared/reception/state.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import classes from './session.module.css'

type StepName = ReceptionState['step']['name']

const titles: Partial<Record<StepName, string>> = {
  scheduled: 'Начало приёма',
  waiting: 'Подключение гражданина',
  notifying: 'Уведомление о записи',
  identifying: 'Идентификация',
  consulting: 'Консультация',
  connectionLost: 'Связь прервана',
  fault: 'Неисправность',
  moving: 'Другой срок',
  closing: 'Результат приёма',
}

/**
 * The name of the step, or what came of it. It takes the focus where the last step has left nothing to hold it: the next Tab goes to the first
 * thing to do, and no stray key sets a fact.
 */
export function StepTitle({ name, children }: { name: StepName; children?: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null)
  // The clock draws anew every second: a dialog that gives the focus back to what is gone is noticed then at the latest.
  useNowMs()
  useEffect(() => focusIfLost(title.current))
  return (
    <Title ref={title} order={2} size="h4" tabIndex={-1} className={classes.stepTitle}>
      {children ?? titles[name]}
    </Title>
  )
}

function focusIfLost(target: HTMLElement | null): void {
  const { activeElement, body } = document
  const isLost = activeElement === null || activeElement === body
  if (isLost && document.querySelector('[role="dialog"]') === null) target?.focus({ preventScroll: true })
}
