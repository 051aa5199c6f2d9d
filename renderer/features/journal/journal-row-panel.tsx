import { CloseButton, Group, Stack, Tabs, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { CorrectableColumn, JournalEntry } from '../../../shared/contract/journal.ts'
import { useRegulation } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CitizenLink } from '../citizens/citizen-link.tsx'
import { NoticesOfApplication } from '../notices/notices-of-application.tsx'
import { RejectButton } from '../rejections/reject-button.tsx'
import { columnHeading } from './column-heading.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import { Corrections } from './corrections.tsx'
import { Happened } from './happened.tsx'
import classes from './journal.module.css'
import { Looks } from './looks.tsx'
import { RowReceptions } from './row-receptions.tsx'
import { RowTexts } from './row-texts.tsx'

interface JournalRowPanelProps {
  applicationId: string
  columns: readonly string[]
  onClose: () => void
}

/** One row in full: its texts with all that belongs to it, and its history. */
export function JournalRowPanel({ applicationId, columns, onClose }: JournalRowPanelProps) {
  const { queries } = useWorkstation()
  /** One opening of the panel is one line in the event log, however often the row is read again. */
  const [viewId] = useState(() => crypto.randomUUID())
  const entry = useQuery(queries.journal.entry.queryOptions({ input: { applicationId, viewId } }))

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
          <CitizenLink applicationId={applicationId} />
          <PanelParts entry={entry.data} viewId={viewId} columns={columns} />
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

interface PanelPartsProps {
  entry: JournalEntry
  viewId: string
  columns: readonly string[]
}

/** Two parts in one place: what stands and what belongs to it, and everything that ever happened to it. */
function PanelParts({ entry, viewId, columns }: PanelPartsProps) {
  const { applicationId, receptionId } = entry.row
  const correction = (column: CorrectableColumn, initial: string, onClose: () => void) => (
    <CorrectionDialog
      key={column}
      entry={entry}
      viewId={viewId}
      column={column}
      heading={columnHeading(columns, column)}
      initial={initial}
      onClose={onClose}
    />
  )
  return (
    <Tabs defaultValue="row" keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="row">Строка</Tabs.Tab>
        <Tabs.Tab value="history">История</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="row">
        <Stack gap="md">
          <RowTexts entry={entry} columns={columns} correction={correction} />
          {/* Whoever is to be received is not rejected (п. 2.4). */}
          {receptionId === null && (
            <div>
              <RejectButton applicationId={applicationId} label="Отклонение заявки…" />
            </div>
          )}
          <RowReceptions receptions={entry.receptions} />
          <NoticesOfApplication applicationId={applicationId} isTellNext={false} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Stack gap="md">
          <Happened entry={entry} />
          <Corrections entry={entry} columns={columns} correction={correction} />
          <Looks entry={entry} />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  )
}
