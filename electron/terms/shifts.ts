import {
  type ApplicationFacts,
  eventsOfApplication,
  isOfApplication,
} from '../../shared/calendar/application-events.ts'
import { dueOf } from '../../shared/calendar/due.ts'
import type { Term } from '../../shared/calendar/term.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Shift, TermedApplication } from './term-store.ts'

/** The running terms of open applications whose last day differs between two calendars of a body. */
export function shiftsBetween(
  applications: readonly TermedApplication[],
  terms: readonly Term[],
  { before, after }: { before: WorkingCalendar; after: WorkingCalendar },
): readonly Shift[] {
  return applications.flatMap(({ applicationId, journalNumber, facts }) => {
    const events = eventsOfApplication(facts)
    return terms.filter(isOfApplication).flatMap(term => {
      const start = events[term.startEvent]
      if (start === undefined || events[term.endEvent] !== undefined) return []
      const [was, is] = [dueOf(term, start, before), dueOf(term, start, after)]
      // What could not be counted before has no day it moves from.
      if (!was.ok || !is.ok || was.due.legalOn === is.due.legalOn) return []
      const { id: termId, title: termTitle } = term
      return [
        { applicationId, journalNumber, termId, termTitle, legalBefore: was.due.legalOn, legalAfter: is.due.legalOn },
      ]
    })
  })
}

/** The terms of one application whose last day differs between two states of its facts, those that have ended too. */
export function shiftsOfFacts(
  { applicationId, journalNumber }: Pick<TermedApplication, 'applicationId' | 'journalNumber'>,
  terms: readonly Term[],
  { before, after, calendar }: { before: ApplicationFacts; after: ApplicationFacts; calendar: WorkingCalendar },
): readonly Shift[] {
  const lastDay = (term: Term, facts: ApplicationFacts): string | null => {
    const start = eventsOfApplication(facts)[term.startEvent]
    const due = start === undefined ? null : dueOf(term, start, calendar)
    return due?.ok ? due.due.legalOn : null
  }
  return terms.filter(isOfApplication).flatMap(term => {
    const [legalBefore, legalAfter] = [lastDay(term, before), lastDay(term, after)]
    const { id: termId, title: termTitle } = term
    return legalBefore === null || legalAfter === null || legalBefore === legalAfter
      ? []
      : [{ applicationId, journalNumber, termId, termTitle, legalBefore, legalAfter }]
  })
}
