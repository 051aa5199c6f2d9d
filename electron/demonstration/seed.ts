import type { Session } from '../../shared/contract/accounts.ts'
import type { ReceptionEvent } from '../../shared/reception/event.ts'
import { initialState, next } from '../../shared/reception/next.ts'
import { considerationText, draftResult } from '../../shared/reception/outcomes.ts'
import type { ReceptionState } from '../../shared/reception/state.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Clock } from '../clock.ts'
import type { DayStore } from '../day/day-store.ts'
import type { ReceptionStore } from '../reception/reception-store.ts'
import type { TermStore } from '../terms/term-store.ts'
import { firstSpecialist, type OfficePerson, officePeople } from './office.ts'
import { demonstrationPlan, type PlannedReception } from './plan.ts'
import type { PlantedApplications } from './planted-applications.ts'
import { talkScript } from './talk-script.ts'

export interface SeedDeps {
  readonly accounts: AccountStore
  readonly applications: PlantedApplications
  readonly receptions: ReceptionStore
  readonly days: Pick<DayStore, 'answer'>
  readonly terms: Pick<TermStore, 'addMark'>
  readonly regulation: Regulation
  readonly clock: Clock
  /** The computer's own: the day made up around now is a working day to who looks at it. */
  readonly timeZone: string
  /** Of `demonstrationPassword`. */
  readonly passwordHash: string
}

/** Shown on the sign-in screen of the demonstration: there is nothing to protect. */
export const demonstrationPassword = 'демонстрация'

function sessionOf(accounts: AccountStore): Session {
  const session = accounts.session()
  if (!session) throw new Error('the demonstration has no session')
  return session
}

/**
 * Fills an empty database through the stores alone: a working day around now and some earlier weeks. No recordings are
 * made up: a row without its file would lie. Throws where the first run is already done.
 */
export function seedDemonstration(deps: SeedDeps): void {
  const { accounts, applications, receptions, days, terms, regulation, clock, timeZone, passwordHash } = deps
  const [administrator, ...others] = officePeople
  const withPassword = (person: OfficePerson) => ({ ...person, passwordHash })
  const added = accounts.firstRun({
    bodyName: 'Управление социальной защиты населения (демонстрация)',
    timeZone,
    workplaceName: 'Рабочее место 3',
    people: [withPassword(administrator), ...others.map(withPassword)],
  })
  const specialist = added?.find(({ fullName }) => fullName === firstSpecialist.fullName)
  if (!added || !specialist) throw new Error('the demonstration needs an empty database')
  for (const { id } of added) accounts.setPassword(id, passwordHash, { changeDue: false })
  accounts.signIn(specialist.id)
  const session = sessionOf(accounts)

  function add(planned: PlannedReception): void {
    const { applicationId, receptionId } = applications.create({
      fields: planned.fields,
      appointedAt: planned.appointedAt,
      link: planned.link,
      consideration: considerationText({ appointedAt: planned.appointedAt, timeZone }),
      author: session.account,
    })
    const of = { applicationId, receptionId, authorId: session.account.id }
    if (planned.noticeAt !== null) terms.addMark({ ...of, kind: 'noticeSent', occurredAt: planned.noticeAt })
    if (planned.confirmedAt !== null) terms.addMark({ ...of, kind: 'confirmed', occurredAt: planned.confirmedAt })
    if (!planned.ending) return
    end(receptionId, planned, session)
    answerMissing(receptionId, planned)
  }

  /** There is no recording, and of the days before today somebody has said so: one list of today is enough to see. */
  function answerMissing(receptionId: string, { ending, appointedAt }: PlannedReception): void {
    const isExpected = regulation.outcomes.some(({ code, recording }) => code === ending && recording === 'expected')
    const isOver = localDate(appointedAt, timeZone) < localDate(clock.nowMs(), timeZone)
    if (!isExpected || !isOver) return
    const note = 'Демонстрация: у вымышленного приёма нет видеозаписи'
    days.answer({ kind: 'recordingMissing', subjectId: receptionId, note, authorId: session.account.id })
  }

  function end(receptionId: string, planned: PlannedReception, who: Session): void {
    const { ending, appointedAt } = planned
    if (!ending) return
    const limits = receptionLimits(regulation, timeZone)
    let state = initialState({ appointedAt, specialistId: who.account.id })
    let atMs = Date.parse(appointedAt)
    const write = (action: ReceptionEvent['action']): void => {
      const at = new Date(atMs).toISOString()
      const event = {
        sequence: state.nextSequence,
        occurredAt: at,
        recordedAt: at,
        authorId: who.account.id,
        source: 'hand',
        action,
      } as const
      const answer = next(state, event, limits)
      if (!answer.ok) throw new Error(`the script of «${ending}» is refused: ${answer.refusal}`)
      state = answer.state
      const { step } = state
      const isEnd = step.name === 'closed' || step.name === 'cancelled'
      receptions.append(receptionId, event, {
        step: step.name,
        ...(isEnd ? { outcome: ending, result: resultOf(state, planned, atMs) } : {}),
      })
    }
    for (const { afterMs, action } of talkScript(ending, limits, planned.talkShare)) {
      atMs = Date.parse(appointedAt) + afterMs
      write(action)
    }
    if (state.step.name !== 'closing') return
    atMs += 60_000
    write({ kind: 'closed', outcome: ending, resultText: resultOf(state, planned, atMs), needsWrittenReply: false })
  }

  function resultOf(state: ReceptionState, planned: PlannedReception, nowMs: number): string {
    if (!planned.ending) return ''
    const draft = draftResult({ state, regulation, outcome: planned.ending, timeZone, nowMs })
    return draft.replaceAll(/\{[^{}]*\}/g, planned.explanation)
  }

  receptions.inTransaction(() => {
    for (const planned of demonstrationPlan({ nowMs: clock.nowMs(), timeZone })) add(planned)
  })
}
