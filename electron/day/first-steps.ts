import type { FirstStep } from '../../shared/contract/day.ts'
import type { Readiness } from '../../shared/contract/equipment.ts'
import type { Role } from '../../shared/contract/procedure.ts'
import type { IncomingMail } from './closing-lines.ts'

/** What there is of a workplace on its first day. */
export interface FirstDayFacts {
  readonly equipment: Pick<Readiness, 'check' | 'fullDue'>
  readonly incoming: IncomingMail
  /** The roles of those who may sign in. */
  readonly roles: ReadonlySet<Role>
  /** Letters taken in, whatever became of them. */
  readonly letters: number
}

/** The checklist of the first day; a line is done by what is written, never because somebody was here. */
export const judgeFirstSteps = ({ equipment, incoming, roles, letters }: FirstDayFacts): FirstStep[] => [
  equipmentStep(equipment),
  mailStep(incoming, letters),
  peopleStep(roles),
  letters > 0
    ? { name: 'letter', standing: 'done', found: 'letterThere' }
    : { name: 'letter', standing: 'todo', found: 'noLetter' },
]

function equipmentStep({ check, fullDue }: FirstDayFacts['equipment']): FirstStep {
  if (check === null) return { name: 'equipment', standing: 'todo', found: 'equipmentUnchecked' }
  if (check.blocked.length > 0) return { name: 'equipment', standing: 'wrong', found: 'equipmentFaulty' }
  return fullDue || check.state !== 'good'
    ? { name: 'equipment', standing: 'todo', found: 'equipmentPartly' }
    : { name: 'equipment', standing: 'done', found: 'equipmentChecked' }
}

function mailStep(incoming: IncomingMail, letters: number): FirstStep {
  if (incoming === 'down') return { name: 'mail', standing: 'wrong', found: 'mailDown' }
  if (incoming === 'read') return { name: 'mail', standing: 'done', found: 'mailWorks' }
  // A letter from a folder proves that one came, not that a mailbox is read.
  return { name: 'mail', standing: 'todo', found: letters > 0 ? 'mailUnproven' : 'mailMissing' }
}

function peopleStep(roles: ReadonlySet<Role>): FirstStep {
  const found = roles.has('specialist') ? (roles.has('head') ? 'peopleThere' : 'noHead') : 'noSpecialist'
  return { name: 'people', standing: found === 'peopleThere' ? 'done' : 'todo', found }
}
