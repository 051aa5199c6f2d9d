import pino from 'pino'
import { expect, test } from 'vitest'
import { makeRefusalLog } from '../../../../electron/host/refusal-log.ts'

function openLog() {
  const lines: Record<string, unknown>[] = []
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(JSON.parse(line)) })
  let nowMs = 1_000_000
  const refusals = makeRefusalLog({ log, nowMs: () => nowMs })
  return { lines, refusals, pass: (ms: number) => (nowMs += ms) }
}

test('a flood of one reason is one line a second, and the next says how many it was', () => {
  const { lines, refusals, pass } = openLog()
  for (let count = 0; count < 10_000; count += 1) refusals.note('request refused', { reason: 'host', status: 421 })
  expect(lines).toEqual([{ level: 40, reason: 'host', status: 421, msg: 'request refused' }])
  pass(999)
  refusals.note('request refused', { reason: 'host', status: 421 })
  expect(lines).toHaveLength(1)
  pass(1)
  refusals.note('request refused', { reason: 'host', status: 421 })
  expect(lines[1]).toEqual({ level: 40, reason: 'host', status: 421, unsaid: 10_000, msg: 'request refused' })
})

test('another reason has a line of its own at once', () => {
  const { lines, refusals } = openLog()
  refusals.note('request refused', { reason: 'host', status: 421 })
  refusals.note('request refused', { reason: 'origin', status: 403 })
  refusals.note('socket refused', { reason: 'host', status: 421 })
  expect(lines.map(({ reason, msg }) => [reason, msg])).toEqual([
    ['host', 'request refused'],
    ['origin', 'request refused'],
    ['host', 'socket refused'],
  ])
})
