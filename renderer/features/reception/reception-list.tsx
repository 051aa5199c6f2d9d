import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { movedIndex } from '../../ui/roving.ts'
import { ReceptionRow } from './reception-row.tsx'
import classes from './today.module.css'

interface ReceptionListProps {
  /** Local date; null = today. */
  date: string | null
  receptions: readonly DayCard[]
  selectedId: string | null
  onSelect: (receptionId: string) => void
}

/** Receptions in time order. One tab stop: ↑ ↓ Home End choose, Enter opens. */
export function ReceptionList({ date, receptions, selectedId, onSelect }: ReceptionListProps) {
  const list = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const selectedIndex = Math.max(
    0,
    receptions.findIndex(card => card.id === selectedId),
  )

  // The one that is looked at is in sight, however long the day is.
  useEffect(() => {
    if (selectedId === null) return
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])

  function onKeyDown(event: KeyboardEvent): void {
    const target = movedIndex(event.key, selectedIndex, receptions.length)
    if (target !== null) {
      event.preventDefault()
      const card = receptions[target]
      if (!card) return
      onSelect(card.id)
      list.current?.querySelectorAll<HTMLElement>('[role="option"]')[target]?.focus()
    } else if (event.key === 'Enter') {
      const card = receptions[selectedIndex]
      if (!card) return
      event.preventDefault()
      void navigate({ to: '/reception/$receptionId', params: { receptionId: card.id } })
    }
  }

  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      aria-label={date === null ? 'Приёмы на сегодня' : `Приёмы на ${formatLocalDate(date)}`}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {receptions.map((card, index) => (
        <ReceptionRow
          key={card.id}
          card={card}
          selected={card.id === selectedId}
          tabStop={index === selectedIndex}
          onSelect={() => onSelect(card.id)}
        />
      ))}
    </div>
  )
}
