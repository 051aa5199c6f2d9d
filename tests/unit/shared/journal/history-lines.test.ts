import { expect, test } from 'vitest'
import { historyLines } from '../../../../shared/journal/history-lines.ts'
import type { ReceptionAction, ReceptionEvent } from '../../../../shared/reception/event.ts'

const authorId = crypto.randomUUID()
const at = (time: string): string => `2026-11-20T${time}:00.000Z`
const eventsOf = (...happened: [ReceptionAction, occurred: string, recorded?: string][]): ReceptionEvent[] =>
  happened.map(([action, occurred, recorded = occurred], sequence) => ({
    sequence,
    occurredAt: at(occurred),
    recordedAt: at(recorded),
    authorId,
    source: 'hand',
    action,
  }))
const linesOf = (events: ReceptionEvent[]) =>
  historyLines({ events, timeZone: 'Asia/Novokuznetsk', outcomeTitle: () => 'Приём проведён' })

test('in the order it happened, with what was entered later said so', () => {
  const lines = linesOf(
    eventsOf(
      [{ kind: 'roomOpened' }, '02:00'],
      [{ kind: 'citizenConnected' }, '02:02'],
      [{ kind: 'phoneCalled', result: 'notReached', agreedTime: null }, '02:01', '03:40'],
    ),
  )
  expect(lines.map(({ sequence, enteredLaterAt }) => [sequence, enteredLaterAt])).toEqual([
    [0, null],
    [2, at('03:40')],
    [1, null],
  ])
})

test('a tick taken back stays, marked; the line that took it back names it', () => {
  const lines = linesOf(eventsOf([{ kind: 'noticeGiven' }, '02:02'], [{ kind: 'tickUndone', sequence: 0 }, '02:03']))
  expect(lines[0]).toMatchObject({ undone: true })
  expect(lines[1]?.text).toContain('«Гражданин уведомлён о видеозаписи»')
})

test('a corrected time stands in its new place and keeps the first one', () => {
  const lines = linesOf(
    eventsOf(
      [{ kind: 'roomOpened' }, '02:00'],
      [{ kind: 'talkEnded' }, '02:20'],
      [{ kind: 'timeCorrected', sequence: 1, occurredAt: at('02:16') }, '02:21'],
    ),
  )
  expect(lines[1]).toMatchObject({ sequence: 1, at: at('02:16'), firstAt: at('02:20') })
  // Novokuznetsk is UTC+7.
  expect(lines[2]?.text).toMatch(/«Разговор завершён» — 09:16$/)
})

test('the closing names the outcome of the regulation, never the text of column 7', () => {
  const closed = { kind: 'closed', outcome: 'held', resultText: 'Личный прием…', needsWrittenReply: true } as const
  const [line] = linesOf(eventsOf([closed, '02:20']))
  expect(line?.text).toMatch(/«Приём проведён»; нужен письменный ответ$/)
  expect(line?.text).not.toContain('Личный прием')
})
