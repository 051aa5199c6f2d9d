// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid holds the keys (journal-table.tsx)
// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtualised grid are placed by hand, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and names its row by aria-activedescendant
import { Skeleton, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { memo, useLayoutEffect } from 'react'
import type { CorrectableColumn, JournalRow } from '../../../shared/contract/journal.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { dayTitle } from '../../ui/day-title.ts'
import list from '../../ui/row-list.module.css'
import classes from './journal.module.css'
import type { RowSizes } from './row-sizes.ts'

interface JournalLineProps {
  id: string
  sizes: RowSizes
  onSize: (index: number, pixels: number) => void
  index: number
  startPixels: number
  row: JournalRow | undefined
  withDay: boolean
  active: boolean
  onChoose: (index: number, row: JournalRow | undefined) => void
}

/** One row of the journal, with the heading of its day where it is the first of it. */
export const JournalLine = memo(function JournalLine(line: JournalLineProps) {
  const { id, sizes, onSize, index, startPixels, row, withDay, active, onChoose } = line
  const heightPixels = sizes.rowPixels + (withDay ? sizes.dayPixels : 0)
  useLayoutEffect(() => onSize(index, heightPixels), [onSize, index, heightPixels])
  return (
    <div
      role="presentation"
      className={`${list.item} ${classes.item}`}
      style={{ transform: `translateY(${startPixels}px)` }}
    >
      {withDay && row && (
        <div className={classes.day} role="presentation">
          {row.receptionDate === null ? 'Приём не назначен' : dayTitle(row.receptionDate, { year: true })}
        </div>
      )}
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={active}
        data-active={active || undefined}
        className={`${classes.columns} ${list.row} ${classes.row}`}
        onClick={() => onChoose(index, row)}
      >
        {row ? <Cells row={row} /> : <Skeleton height="1em" style={{ gridColumn: '1 / -1' }} />}
      </div>
    </div>
  )
})

function Cells({ row }: { row: JournalRow }) {
  const cells: readonly (readonly [text: string, column?: CorrectableColumn])[] = [
    [String(row.journalNumber)],
    [formatLocalDate(row.receivedOn)],
    [row.fullName, 'fullName'],
    [row.topic, 'topic'],
    [row.consideration],
    [row.specialistName, 'specialistName'],
    [row.result, 'result'],
  ]
  return cells.map(([text, column], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the seven columns never change places
    <span key={index} role="gridcell" className={classes.cell}>
      {column && row.corrected.includes(column) && <CorrectedMark />}
      {row.annulled === true && index < 4 ? <s>{text}</s> : text}
    </span>
  ))
}

/** The text is not the one written first; what was is in the row's panel. */
function CorrectedMark() {
  return (
    <Text component="span" size="xs" c="var(--tone-info)">
      <IconPencil aria-hidden size="1em" /> исправлено:{' '}
    </Text>
  )
}
