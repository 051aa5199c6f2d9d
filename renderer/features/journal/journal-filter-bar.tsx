import { Button, Chip, CloseButton, Group, TextInput, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { JournalFilter } from '../../../shared/contract/journal.ts'
import { DayField } from '../../ui/day-field.tsx'
import { emptyFilter, isChipOn, isNarrowed, outcomeChips, toggleOutcomes } from './filter-chips.ts'

interface JournalFilterBarProps {
  title: string
  filter: JournalFilter
  onChange: (filter: JournalFilter) => void
  onExport: () => void
  /** What is counted, beside the title. */
  counts: ReactNode
}

/** The search that is always there, the period, the chips. */
export function JournalFilterBar({ title, filter, onChange, onExport, counts }: JournalFilterBarProps) {
  const search = useRef<HTMLInputElement>(null)
  useHotkeys([['ctrl+F', () => search.current?.select()]], [], true)
  return (
    <div>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <div>
          <Title order={1} size="h4">
            {title}
          </Title>
          {counts}
        </div>
        <Button
          variant="default"
          size="compact-md"
          flex="none"
          leftSection={<IconDownload aria-hidden size="1.1em" />}
          onClick={onExport}
        >
          Выгрузить…
        </Button>
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          ref={search}
          aria-label="Поиск по журналу"
          aria-keyshortcuts="Control+F"
          placeholder="Поиск: фамилия, тематика, номер… (Ctrl+F)"
          leftSection={<IconSearch aria-hidden size="1.1em" />}
          rightSection={
            filter.search !== '' && (
              <CloseButton size="sm" aria-label="Очистить поиск" onClick={() => onChange({ ...filter, search: '' })} />
            )
          }
          w="var(--layout-side)"
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          value={filter.search}
          onChange={event => onChange({ ...filter, search: event.currentTarget.value })}
        />
        <DayField
          aria-label="Приёмы с"
          placeholder="с ДД.ММ.ГГГГ"
          w="var(--layout-day)"
          clearable
          clearButtonProps={{ 'aria-label': 'Очистить начало периода' }}
          value={filter.from}
          onChange={from => onChange({ ...filter, from })}
        />
        <DayField
          aria-label="Приёмы по"
          placeholder="по ДД.ММ.ГГГГ"
          w="var(--layout-day)"
          clearable
          clearButtonProps={{ 'aria-label': 'Очистить конец периода' }}
          value={filter.to}
          onChange={to => onChange({ ...filter, to })}
        />
        <Group gap="xs" role="group" aria-label="Отбор">
          {outcomeChips.map(({ label, outcomes }) => (
            <Chip
              key={label}
              checked={isChipOn(filter, outcomes)}
              onChange={() => onChange(toggleOutcomes(filter, outcomes))}
            >
              {label}
            </Chip>
          ))}
          <Chip checked={filter.withoutResult} onChange={withoutResult => onChange({ ...filter, withoutResult })}>
            Без результата
          </Chip>
          <Chip
            checked={filter.withoutRecording}
            onChange={withoutRecording => onChange({ ...filter, withoutRecording })}
          >
            Без записи
          </Chip>
          <Chip checked={filter.annulled === true} onChange={annulled => onChange({ ...filter, annulled })}>
            Аннулированы
          </Chip>
        </Group>
        {isNarrowed(filter) && (
          <Button variant="subtle" onClick={() => onChange(emptyFilter)}>
            Показать всё
          </Button>
        )}
      </Group>
    </div>
  )
}
