import { expect, it } from 'vitest'
import { lateFacts } from '../../../../../renderer/features/session/late-facts.ts'
import { next } from '../../../../../shared/reception/next.ts'
import { everyStep, stepNames } from '../../../shared/reception/every-step.ts'
import { act, eventAt, historyOf, limits } from '../../../shared/reception/history-of.ts'

const open = stepNames.filter(name => name !== 'closed' && name !== 'cancelled' && name !== 'moved')

it.each(open)('calls can be entered late in %s', name => {
  const { state, events } = everyStep[name]
  for (const { action } of lateFacts(state).filter(({ action }) => action.kind === 'phoneCalled')) {
    const event = eventAt(state.nextSequence, '08:40', action, '10:40')
    expect(next(state, event, limits, events).ok).toBe(true)
  }
})

it.each(open)('an emergency call made earlier is offered in %s exactly where the machine takes it', name => {
  const { state, events } = everyStep[name]
  const offered = lateFacts(state).filter(({ action }) => action.kind === 'emergencyServiceCalled')
  const event = eventAt(state.nextSequence, '09:16', act.serviceCalled('112'), '10:40')
  expect(offered.length > 0).toBe(next(state, event, limits, events).ok)
})

it('another time agreed on the phone is among the calls, and asks for that time', () => {
  const agreed = lateFacts(everyStep.fault.state).filter(({ agreesTime }) => agreesTime)
  expect(agreed.map(({ action }) => action)).toEqual([act.called('agreed')])
})

it('the notice is offered where it is the next thing, the repeated one where it is due', () => {
  const keys = (state: Parameters<typeof lateFacts>[0]) => lateFacts(state).map(({ key }) => key)
  expect(keys(everyStep.notifying.state)).toContain('noticeGiven')
  expect(keys(everyStep.consulting.state)).not.toContain('noticeRepeated')
  const broken = historyOf(
    ['08:55', act.roomOpened],
    ['09:02', act.connected],
    ['09:03', act.notice],
    ['09:06', act.interruption('09:05')],
  )
  expect(keys(broken.state)).toContain('noticeRepeated')
})
