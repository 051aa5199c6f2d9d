import { expect, test } from 'vitest'
import { ReceptionAction } from '../../../../shared/reception/event.ts'
import { eventWords } from '../../../../shared/reception/event-words.ts'
import { isEnteredLater, traceOf } from '../../../../shared/reception/trace.ts'
import { act, at, historyOf } from './history-of.ts'

test('a correction is told at its event and keeps what was there; an undone tick stays readable', () => {
  const { events } = historyOf(
    ['08:55', act.roomOpened],
    ['09:02', act.connected],
    ['09:02:05', act.undone(1)],
    ['09:03', act.connected],
    ['09:04', act.corrected(3, '09:02:30')],
    ['09:05', act.corrected(3, '09:02:40')],
  )
  const traced = traceOf(events)
  expect(traced.map(({ sequence }) => sequence)).toEqual([0, 1, 3])
  expect(traced[1]).toMatchObject({ undone: true, correctable: false })
  expect(traced[2]).toMatchObject({
    occurredAt: at('09:02:40'),
    replaced: [at('09:03'), at('09:02:30')],
    undone: false,
    correctable: true,
  })
})

test('entered later is what was written down more than a minute after it happened, a correction is not', () => {
  const { events } = historyOf(
    ['08:50', act.called('notReached'), '10:40'],
    ['10:40', act.roomOpened],
    ['10:41', act.connected, '10:42'],
    ['10:45', act.corrected(1, '10:30')],
  )
  expect(traceOf(events).map(isEnteredLater)).toEqual([true, false, false])
})

test('every kind of event has words', () => {
  const kinds = new Set(ReceptionAction.options.map(option => option.shape.kind.value))
  const samples = Object.values(act).map(sample => (typeof sample === 'function' ? null : sample))
  for (const sample of samples) {
    if (sample === null) continue
    expect(eventWords(sample)).toMatch(/^\p{Lu}/u)
    kinds.delete(sample.kind)
  }
  const rest: readonly ReceptionAction[] = [
    act.lamp('audible'),
    { kind: 'noticeRepeated' },
    act.extended(5),
    act.explained(0),
    act.contact('chat'),
    act.present('дочь'),
    act.left('дочь'),
    act.serviceCalled('103'),
    act.interrupted('abuse', 'Угрозы'),
    act.called('agreed'),
    act.closed('held'),
    act.cancelled('refused'),
    act.moving('fault'),
    act.undone(0),
    act.corrected(0, '09:00'),
    act.interruption('09:00'),
  ]
  for (const action of rest) {
    expect(eventWords(action)).toMatch(/^\p{Lu}/u)
    kinds.delete(action.kind)
  }
  expect([...kinds]).toEqual([])
  expect(eventWords(act.interrupted('abuse', 'Угрозы'))).toBe('Приём прерван: оскорбления или угрозы (угрозы)')
})
