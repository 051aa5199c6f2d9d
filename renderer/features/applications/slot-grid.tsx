import { Text, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { SlotGrid as Grid } from '../../../shared/contract/appointments.ts'
import classes from './applications.module.css'
import { movedCell, type SlotCell, shortDay, slotMatrix } from './slot-matrix.ts'

interface SlotGridProps {
  grid: Grid
  /** Local date and time; null = none. */
  chosen: string | null
  onChoose: (local: string) => void
  /** The first free time takes the focus once it is there. */
  takesFocus: boolean
}

const stateWords: Readonly<Record<SlotCell['state'], string>> = {
  free: 'свободно',
  taken: 'занято',
  absent: 'специалист отсутствует',
  tooEarly: 'гражданин не успеет ответить',
  past: 'прошло',
}

/** Times by day: one tab stop, arrows move, Space or Enter choose; choosing a time decides nothing yet. */
export function SlotGrid({ grid, chosen, onChoose, takesFocus }: SlotGridProps) {
  const table = useRef<HTMLDivElement>(null)
  const { days, rows } = slotMatrix(grid.days)
  const stop = chosen ?? rows.flat().find(cell => cell?.state === 'free')?.local ?? null
  const focused = useRef(false)
  useEffect(() => {
    if (!takesFocus || focused.current || stop === null) return
    focused.current = true
    table.current?.querySelector<HTMLElement>(`[data-local="${stop}"]`)?.focus()
  }, [stop, takesFocus])

  function onKeyDown(event: KeyboardEvent, local: string): void {
    const target = movedCell(event.key, local, rows)
    if (target !== null) {
      event.preventDefault()
      table.current?.querySelector<HTMLElement>(`[data-local="${target}"]`)?.focus()
    }
  }

  return (
    <div ref={table} className={classes.grid}>
      <table className={classes.slots} aria-label="Время приёма">
        <thead>
          <tr>
            {days.map(date => (
              <th key={date} scope="col">
                {shortDay(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.find(cell => cell !== null)?.time}>
              {row.map((cell, column) => (
                <td key={days[column]}>
                  {cell && (
                    <Cell
                      cell={cell}
                      isStop={cell.local === stop}
                      isChosen={cell.local === chosen}
                      onChoose={onChoose}
                      onKeyDown={onKeyDown}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <Text c="dimmed">Свободного времени в этих днях нет.</Text>}
    </div>
  )
}

interface CellProps {
  cell: SlotCell
  isStop: boolean
  isChosen: boolean
  onChoose: (local: string) => void
  onKeyDown: (event: KeyboardEvent, local: string) => void
}

function Cell({ cell, isStop, isChosen, onChoose, onKeyDown }: CellProps) {
  const isFree = cell.state === 'free'
  return (
    <button
      type="button"
      className={classes.slot}
      data-local={cell.local}
      {...(isStop && { 'data-autofocus': true })}
      aria-pressed={isChosen}
      aria-disabled={!isFree}
      tabIndex={isStop ? 0 : -1}
      title={cell.takenBy ?? stateWords[cell.state]}
      onClick={() => isFree && onChoose(cell.local)}
      onKeyDown={event => onKeyDown(event, cell.local)}
    >
      {cell.time}
      {cell.takenBy !== null && ` ${cell.takenBy.split(',')[0]}`}
      <VisuallyHidden>{`, ${stateWords[cell.state]}`}</VisuallyHidden>
    </button>
  )
}
