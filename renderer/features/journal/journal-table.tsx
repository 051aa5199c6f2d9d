// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtualised grid are placed by hand, which table rows cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and names its row by aria-activedescendant
import { useElementSize } from '@mantine/hooks'
import { useCallback } from 'react'
import type { JournalFilter, JournalRow } from '../../../shared/contract/journal.ts'
import { usePagedList } from '../../app/use-paged-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import list from '../../ui/row-list.module.css'
import { beginsDay } from './begins-day.ts'
import { ClearFilterButton } from './clear-filter-button.tsx'
import { isNarrowed } from './filter-chips.ts'
import classes from './journal.module.css'
import { JournalLine } from './journal-line.tsx'
import { useRowSizes } from './row-sizes.ts'

interface JournalTableProps {
  columns: readonly string[]
  filter: JournalFilter
  onOpen: (row: JournalRow) => void
  onClearFilter: () => void
}

/** Seven columns, only the visible rows in the document; ↑ ↓ move, Enter opens. */
export function JournalTable({ columns, filter, onOpen, onClearFilter }: JournalTableProps) {
  const { calls, queries } = useWorkstation()
  const sizes = useRowSizes()
  const { ref: head, height: headPixels } = useElementSize()
  const { rowList, rows } = usePagedList<JournalRow>(
    {
      keyOf: page => queries.journal.list.queryKey({ input: { filter, ...page } }),
      read: page => calls.journal.list({ filter, ...page }),
    },
    { rowPixels: sizes.rowPixels, headPixels },
    filter,
  )
  const { items, active, setActive } = rowList
  const { total } = rows

  const choose = useCallback(
    (index: number, row: JournalRow | undefined) => {
      setActive(index)
      if (row) onOpen(row)
    },
    [onOpen, setActive],
  )

  if (rows.error) return <QueryFailure title="Строки журнала не прочитаны" error={rows.error} onRetry={rows.retry} />
  if (total === null) return <Loading label="Читаем журнал…" />
  if (total === 0) {
    return isNarrowed(filter) ? (
      <EmptyNote
        title="Ничего не найдено"
        text="Измените слова поиска или отбор: слова ищутся в любой форме, «е» и «ё» не различаются."
        action={<ClearFilterButton onClear={onClearFilter} />}
      />
    ) : (
      <EmptyNote title="Журнал пуст" text="Внесите первую заявку на экране «Сегодня» — она получит номер здесь." />
    )
  }
  return (
    <div
      className={list.list}
      role="grid"
      aria-label="Журнал"
      aria-rowcount={total + 1}
      aria-busy={rows.outdated}
      {...rowList.props(index => choose(index, rows.rowAt(index)))}
    >
      <div ref={head} className={`${classes.columns} ${classes.head}`} role="row" aria-rowindex={1}>
        {columns.map(column => (
          <span key={column} role="columnheader" className={classes.heading} title={column}>
            {column}
          </span>
        ))}
      </div>
      <div className={list.sizer} role="rowgroup" style={{ height: rowList.heightPixels }}>
        {items.map(item => {
          const row = rows.rowAt(item.index)
          return (
            <JournalLine
              key={item.key}
              id={rowList.idOf(item.index)}
              sizes={sizes}
              onSize={rowList.resize}
              index={item.index}
              startPixels={item.start - headPixels}
              row={row}
              withDay={beginsDay(row, rows.rowAt(item.index - 1), item.index)}
              active={item.index === active}
              onChoose={choose}
            />
          )
        })}
      </div>
    </div>
  )
}
