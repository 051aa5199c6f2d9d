import { describe, expect, test } from 'vitest'
import { type ApplicationFacts, eventsOfApplication } from '../../../../shared/calendar/application-events.ts'
import { judgeTerm } from '../../../../shared/calendar/term-state.ts'
import { amountText, termStateText } from '../../../../shared/calendar/term-text.ts'
import { kuzbassCalendar, termOf } from '../../../fixtures/calendars.ts'

const calendar = kuzbassCalendar()
const facts: ApplicationFacts = {
  receivedOn: '2026-11-20',
  formSubmittedAt: null,
  appointedAt: null,
  rejectedAt: null,
  rejectionSentAt: null,
  firstNoticeAt: null,
  validNoticeAt: null,
  confirmedAt: null,
}

function told(id: string, changes: Partial<ApplicationFacts>, now: string, isOver = false) {
  const term = termOf(id)
  const nowMs = Date.parse(now)
  const state = judgeTerm(term, eventsOfApplication({ ...facts, ...changes }), { calendar, nowMs, isOver })
  const urgency = state.kind === 'running' ? ` ${state.urgency}` : ''
  return `${state.kind}${urgency}: ${termStateText(term, state, { timeZone: calendar.timeZone, nowMs })}`
}

describe('the decision (D2), received on Friday 20.11.2026', () => {
  test.each([
    ['2026-11-20T05:00:00Z', 'running calm: осталось 3 рабочих дня, срок по 25.11.2026'],
    ['2026-11-23T05:00:00Z', 'running calm: осталось 2 рабочих дня, срок по 25.11.2026'],
    ['2026-11-24T05:00:00Z', 'running soon: остался 1 рабочий день, срок по 25.11.2026'],
    ['2026-11-25T05:00:00Z', 'running today: истекает сегодня в 24:00, рабочий день до 18:00'],
    ['2026-11-25T12:00:00Z', 'running today: истекает сегодня в 24:00, рабочий день уже закончен'],
    ['2026-11-25T17:00:00Z', 'overdue: просрочен на 1 рабочий день, истёк 25.11.2026'],
    ['2026-11-27T05:00:00Z', 'overdue: просрочен на 2 рабочих дня, истёк 25.11.2026'],
    ['2026-12-02T05:00:00Z', 'overdue: просрочен на 5 рабочих дней, истёк 25.11.2026'],
  ])('%s %s', (now, words) => {
    expect(told('D2', {}, now)).toBe(words)
  })

  test('overdue since Friday is not counted on Saturday', () => {
    expect(told('D2', { receivedOn: '2026-11-17' }, '2026-11-21T05:00:00Z')).toBe(
      'overdue: просрочен, истёк 20.11.2026',
    )
  })

  test.each([
    ['2026-11-25T16:59:00Z', 'met: выполнен 25.11.2026, в срок'],
    ['2026-11-25T17:01:00Z', 'met: выполнен 26.11.2026 с опозданием, срок был по 25.11.2026'],
  ])('ended by the notice of %s', (firstNoticeAt, words) => {
    expect(told('D2', { firstNoticeAt }, '2026-12-01T05:00:00Z')).toBe(words)
  })

  test('nobody noted a notice and the reception is over', () => {
    expect(told('D2', {}, '2026-12-01T05:00:00Z', true)).toBe(
      'unmarked: отметки о выполнении нет, срок был по 25.11.2026',
    )
  })

  test('a year that is not loaded is said, not guessed', () => {
    expect(told('D2', { receivedOn: '2027-12-30' }, '2027-12-30T05:00:00Z')).toBe(
      'missingYear: календарь на 2028 год не загружен: срок не считается',
    )
  })
})

test('the citizen’s term (D5) runs from the notice of the time that stands', () => {
  expect(told('D5', {}, '2026-11-20T05:00:00Z')).toBe('notStarted: пока не отсчитывается')
  const sent = { validNoticeAt: '2026-11-20T05:00:00Z' }
  expect(told('D5', sent, '2026-11-22T05:00:00Z')).toBe('running soon: остался 1 рабочий день, срок по 23.11.2026')
  const confirmed = { ...sent, confirmedAt: '2026-11-23T03:00:00Z' }
  expect(told('D5', confirmed, '2026-11-24T05:00:00Z')).toBe('met: выполнен 23.11.2026, в срок')
})

test('a term of minutes is told to the minute', () => {
  const term = termOf('D6')
  const events = { receptionAppointed: { atMs: Date.parse('2026-11-20T02:00:00Z') } }
  const told = (now: string) => {
    const nowMs = Date.parse(now)
    return termStateText(term, judgeTerm(term, events, { calendar, nowMs, isOver: false }), {
      timeZone: calendar.timeZone,
      nowMs,
    })
  }
  expect(told('2026-11-20T01:24:00Z')).toBe('осталась 21 минута, срок до 20.11.2026 08:45')
  expect(told('2026-11-20T01:50:00Z')).toBe('просрочен, истёк 20.11.2026 08:45')
})

test.each([
  ['D2', '3 рабочих дня'],
  ['D3', '1 рабочий день'],
  ['D6', '15 минут'],
  ['D7', 'незамедлительно'],
])('%s lasts %s', (id, words) => {
  expect(amountText(termOf(id))).toBe(words)
})
