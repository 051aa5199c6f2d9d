import type { ReactNode } from 'react'
import { NotManagedMenu } from './not-managed-menu.tsx'
import { ProblemMenu } from './problem-menu.tsx'
import classes from './session.module.css'

interface StepActionsProps {
  children?: ReactNode
  /** Other ends of this step, for «Не получилось ▾». */
  ways?: ReactNode
  /** Something small of the step, in the line of the menus. */
  beside?: ReactNode
}

/** What the eye needs now, at the bottom of the column: data and ticks, the primary act, and the two menus of the rest. */
export function StepActions({ children, ways, beside }: StepActionsProps) {
  return (
    <div className={classes.actions}>
      {children}
      <div className={classes.menus}>
        {beside}
        <NotManagedMenu>{ways}</NotManagedMenu>
        <ProblemMenu />
      </div>
    </div>
  )
}
