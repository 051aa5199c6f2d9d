import { Temporal } from 'temporal-polyfill'
import { dueOf } from '../../shared/calendar/due.ts'
import { kuzbassCalendar, order121 } from '../fixtures/calendars.ts'

/**
 * Run by hand: `node tests/bench/terms.ts [computations]`. All terms of order № 121 over every day and many minutes of a
 * year, beside as many plain date additions of Temporal (the peer), so that the ratio says something on any machine.
 */
const computations = Number(process.argv[2] ?? 100_000)
const rounds = 5
const calendar = kuzbassCalendar()
const firstMs = Date.parse('2026-01-12T02:00:00Z')
const stepMs = 5 * 60_000
const starts = Array.from({ length: computations }, (_, index) => ({ atMs: firstMs + index * stepMs }))
const dates = starts.map(({ atMs }) => Temporal.PlainDate.from(new Date(atMs).toISOString().slice(0, 10)))
const hour = { unit: 'workingHour', amount: 6, direction: 'after', countFrom: 'nextDay' } as const

/** Best of the rounds, processor time, so that a busy neighbour does not count. */
function bestMs(work: (index: number) => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    for (let index = 0; index < computations; index += 1) work(index)
    const used = process.cpuUsage(before)
    return (used.user + used.system) / 1000
  })
  return Math.min(...times)
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const received = dates.map(date => ({ date: date.toString() }))
const cases: readonly (readonly [string, (index: number) => unknown])[] = [
  ['plain date additions (Temporal)', index => at(dates, index).add({ days: 3 })],
  ['D1–D7 from a date of receipt', index => dueOf(at(order121.terms, index), at(received, index), calendar)],
  ['D1–D7 from a moment', index => dueOf(at(order121.terms, index), at(starts, index), calendar)],
  ['six working hours from a moment', index => dueOf(hour, at(starts, index), calendar)],
]
console.log(`${computations} computations, best of ${rounds}`)
let peerMs = Number.NaN
for (const [name, work] of cases) {
  const ms = bestMs(work)
  if (Number.isNaN(peerMs)) peerMs = ms
  console.log(`${name.padEnd(36)}${ms.toFixed(0).padStart(7)} ms${(ms / peerMs).toFixed(2).padStart(8)}×`)
}
