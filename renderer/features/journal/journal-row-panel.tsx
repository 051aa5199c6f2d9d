import { CloseButton, Group, Tabs, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { CorrectableColumn, JournalEntry } from '../../../shared/contract/journal.ts'
import { useRegulation } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CitizenLink } from '../citizens/citizen-link.tsx'
import { RejectButton } from '../rejections/reject-button.tsx'
import { columnHeading } from './column-heading.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import { CorrectionsTab } from './corrections-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import classes from './journal.module.css'
import { ReceptionsTab } from './receptions-tab.tsx'
import { RecordingTab } from './recording-tab.tsx'
import { RowTexts } from './row-texts.tsx'

interface JournalRowPanelProps {
  applicationId: string
  columns: readonly string[]
  onClose: () => void
}

/** One row in full: its texts, what happened, what was put right, its receptions, its recording. */
export function JournalRowPanel({ applicationId, columns, onClose }: JournalRowPanelProps) {
  const { queries } = useWorkstation()
  /** One opening of the panel is one line in the event log, however often the row is read again. */
  const [viewId] = useState(() => crypto.randomUUID())
  const entry = useQuery(queries.journal.entry.queryOptions({ input: { applicationId, viewId } }))
  const [correcting, setCorrecting] = useState<{ column: CorrectableColumn; initial: string } | null>(null)

  function onKeyDown(event: KeyboardEvent): void {
    // A dialog of this panel stands elsewhere in the document and closes by itself.
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (event.key === 'Escape' && isHere) onClose()
  }

  return (
    <aside className={classes.panel} aria-label="Строка журнала" onKeyDown={onKeyDown}>
      {entry.error ? (
        <QueryFailure title="Строка не прочитана" error={entry.error} onRetry={() => void entry.refetch()} />
      ) : !entry.data ? (
        <Loading label="Открываем строку…" />
      ) : (
        <>
          <PanelHead entry={entry.data} onClose={onClose} />
          {/* Whoever is to be received is not rejected (п. 2.4). */}
          {entry.data.row.receptionId === null && (
            <div>
              <RejectButton applicationId={applicationId} label="Отклонение заявки…" />
            </div>
          )}
          <CitizenLink applicationId={applicationId} />
          <PanelTabs
            entry={entry.data}
            columns={columns}
            onCorrect={(column, initial) => setCorrecting({ column, initial })}
          />
          {correcting && (
            <CorrectionDialog
              entry={entry.data}
              viewId={viewId}
              column={correcting.column}
              heading={columnHeading(columns, correcting.column)}
              initial={correcting.initial}
              onClose={() => setCorrecting(null)}
            />
          )}
        </>
      )}
    </aside>
  )
}

function PanelHead({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { outcomes } = useRegulation()
  const { journalNumber, fullName, outcome: code } = entry.row
  const outcome = outcomes.find(rule => rule.code === code) ?? null
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4">
          № {journalNumber} · {fullName}
        </Title>
        <CloseButton aria-label="Закрыть строку" onClick={onClose} />
      </Group>
      {outcome ? (
        <div>
          <ToneText tone="good">{outcome.title}</ToneText> <ClauseMark clause={outcome.clause} />
        </div>
      ) : (
        <ToneText tone="warn">Результат не записан</ToneText>
      )}
    </>
  )
}

interface PanelTabsProps {
  entry: JournalEntry
  columns: readonly string[]
  onCorrect: (column: CorrectableColumn, initial: string) => void
}

function PanelTabs({ entry, columns, onCorrect }: PanelTabsProps) {
  const { row, receptions, corrections } = entry
  const tabs: readonly { value: string; label: string; panel: ReactNode }[] = [
    {
      value: 'row',
      label: 'Строка',
      panel: <RowTexts entry={entry} columns={columns} onCorrect={column => onCorrect(column, row[column])} />,
    },
    { value: 'history', label: 'История', panel: <HistoryTab entry={entry} /> },
    {
      value: 'corrections',
      label: corrections.length === 0 ? 'Исправления' : `Исправления ${corrections.length}`,
      panel: <CorrectionsTab entry={entry} columns={columns} onTakeBack={onCorrect} />,
    },
    { value: 'receptions', label: 'Приёмы', panel: <ReceptionsTab receptions={receptions} /> },
    { value: 'recording', label: 'Запись', panel: <RecordingTab receptions={receptions} /> },
  ]
  return (
    <Tabs defaultValue="row" keepMounted={false}>
      <Tabs.List mb="sm">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value} px="xs" fz="xs">
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, panel }) => (
        <Tabs.Panel key={value} value={value}>
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
