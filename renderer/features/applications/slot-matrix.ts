import type { SlotGrid } from '../../../shared/contract/appointments.ts'

export type SlotCell = SlotGrid['days'][number]['slots'][number] & {
  /** «09:30». */
  readonly time: string
}

/** The days side by side: a row per time, null where a day has none then (lunch, a shortened day). */
export function slotMatrix(days: SlotGrid['days']): {
  readonly days: readonly string[]
  readonly rows: readonly (readonly (SlotCell | null)[])[]
} {
  const columns = days.map(
    ({ slots }) => new Map(slots.map(slot => [slot.local.slice(11), { ...slot, time: slot.local.slice(11) }])),
  )
  const times = [...new Set(columns.flatMap(column => [...column.keys()]))].sort()
  return {
    days: days.map(({ date }) => date),
    rows: times.map(time => columns.map(column => column.get(time) ?? null)),
  }
}

const dayFormat = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

/** «вт, 1 дек.» of a local date. */
export const shortDay = (date: string): string => dayFormat.format(new Date(`${date}T00:00:00Z`))

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Where a key leads from a cell, empty places passed over; null where it leads nowhere or is no such key. */
export function movedCell(key: string, local: string, rows: readonly (readonly (SlotCell | null)[])[]): string | null {
  const cells = rows.flat().filter(cell => cell !== null)
  if (key === 'Home' || key === 'End') return cells.at(key === 'Home' ? 0 : -1)?.local ?? null
  const step = steps[key]
  if (!step) return null
  const start = rows.findIndex(line => line.some(cell => cell?.local === local))
  const column = rows[start]?.findIndex(cell => cell?.local === local) ?? -1
  if (column < 0) return null
  for (let [row, across] = [start + step[0], column + step[1]]; ; row += step[0], across += step[1]) {
    const cell = rows[row]?.[across]
    if (cell === undefined) return null
    if (cell !== null) return cell.local
  }
}
