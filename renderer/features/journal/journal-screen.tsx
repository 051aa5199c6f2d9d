import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { JournalRow } from '../../../shared/contract/journal.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import screen from '../../ui/screen.module.css'
import { ExportDialog } from './export-dialog.tsx'
import { emptyFilter } from './filter-chips.ts'
import classes from './journal.module.css'
import { JournalCountsLine } from './journal-counts-line.tsx'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { JournalRowPanel } from './journal-row-panel.tsx'
import { JournalTable } from './journal-table.tsx'

const typingPauseMs = 200

/** «Журнал»: Annex 1 on screen. The search lives in memory only: it may hold a name. */
export function JournalScreen() {
  const { queries } = useWorkstation()
  const columns = useQuery(queries.journal.columns.queryOptions())
  const [filter, setFilter] = useState(emptyFilter)
  const [asked] = useDebouncedValue(filter, typingPauseMs)
  const [opened, setOpened] = useState<JournalRow | null>(null)
  const [exporting, setExporting] = useState(false)
  const table = useRef<HTMLDivElement>(null)

  function close(): void {
    setOpened(null)
    // The keys go back to where the row was opened from.
    table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  if (columns.error) {
    return <QueryFailure title="Журнал не открыт" error={columns.error} onRetry={() => void columns.refetch()} />
  }
  if (!columns.data) return <Loading label="Открываем журнал…" />
  return (
    <div className={screen.screen} data-exporting={exporting || undefined}>
      <JournalFilterBar
        title={columns.data.title}
        filter={filter}
        onChange={setFilter}
        onExport={() => setExporting(true)}
        counts={<JournalCountsLine filter={asked} />}
      />
      <div className={classes.desk} data-panel={opened || exporting ? true : undefined}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the panel beside the table */}
        <div
          ref={table}
          className={classes.tableArea}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Escape' && opened) close()
          }}
        >
          <JournalTable
            columns={columns.data.columns}
            filter={asked}
            onOpen={setOpened}
            onClearFilter={() => setFilter(emptyFilter)}
          />
        </div>
        {exporting ? (
          <aside className={classes.side}>
            <ExportDialog onClose={() => setExporting(false)} />
          </aside>
        ) : (
          opened && (
            <JournalRowPanel
              key={opened.applicationId}
              applicationId={opened.applicationId}
              columns={columns.data.columns}
              onClose={close}
            />
          )
        )}
      </div>
    </div>
  )
}
