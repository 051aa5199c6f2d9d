import { Button, Group, Progress, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ExportFormat,
  ExportPurpose,
  longestDocumentRows,
  purposesInWords,
} from '../../../shared/contract/journal-export.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useDesk } from '../../app/desk.tsx'
import { useToday } from '../../app/use-today.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { formatWords, purposeWords } from './export-words.ts'
import { useExport } from './use-export.ts'

/** «Выгрузить…»: the journal leaves the program, so its period and purpose are asked and written down. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const going = useExport()
  const { step } = going
  return (
    <InPlacePanel title="Выгрузить журнал" onClose={onClose}>
      {step.name === 'asking' && <Asking error={step.error} onRun={going.run} onClose={onClose} />}
      {step.name === 'going' && (
        <Stack gap="sm">
          <Text role="status">
            {step.of === null
              ? 'Готовим файл…'
              : `Записано строк: ${step.rows.toLocaleString('ru')} из ${step.of.toLocaleString('ru')}`}
          </Text>
          <Progress
            value={step.of === null ? 0 : (step.rows / step.of) * 100}
            animated
            aria-label="Ход выгрузки журнала"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={going.cancel}>
              Прервать
            </Button>
          </Group>
        </Stack>
      )}
      {step.name === 'saved' && (
        <Stack gap="sm">
          <ToneText tone="good">
            Файл «{step.file}» сохранён в папке загрузок: {countText(step.rows, nouns.application)}.
          </ToneText>
          <Text size="sm" c="dimmed">
            В файле персональные данные граждан. Храните и передавайте его так же, как бумажный журнал.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={going.again}>
              Выгрузить ещё
            </Button>
            <Button data-autofocus onClick={onClose}>
              Закрыть
            </Button>
          </Group>
        </Stack>
      )}
    </InPlacePanel>
  )
}

interface AskingProps {
  error: unknown
  onRun: ReturnType<typeof useExport>['run']
  onClose: () => void
}

function Asking({ error, onRun, onClose }: AskingProps) {
  const { can } = useDesk()
  const { queries } = useWorkstation()
  const today = useToday()
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState<string | null>(today)
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null)
  const [purposeText, setPurposeText] = useState('')
  const inOrder = from !== null && to !== null && from <= to
  const size = useQuery({
    ...queries.journal.exportSize.queryOptions({ input: { from: from ?? '', to: to ?? '' } }),
    enabled: inOrder,
  })
  const rows = inOrder ? size.data?.rows : undefined
  const inWords = purpose !== null && purposesInWords.includes(purpose)
  const isTooLong = format !== 'xlsx' && rows !== undefined && rows > longestDocumentRows
  const ready = inOrder && purpose !== null && rows !== undefined && rows > 0 && !isTooLong
  const faults = faultFields(error)
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (ready && from && to && purpose && !(inWords && purposeText.trim().length < 3)) {
          onRun({ from, to, format, purpose, purposeText: purposeText.trim() })
        }
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <DayField label="Заявки, поступившие с" value={from} onChange={setFrom} error={faults.from} required />
          <DayField
            label="по"
            value={to}
            onChange={setTo}
            error={faults.to ?? (from && to && from > to ? 'Конец периода раньше начала' : undefined)}
            required
          />
        </Group>
        <SizeWords rows={rows} isTooLong={isTooLong} />
        <Radio.Group label="Вид файла" value={format} onChange={value => setFormat(ExportFormat.parse(value))}>
          <Group gap="lg" mt={4}>
            {ExportFormat.options.map(option => (
              <Radio
                key={option}
                value={option}
                // A day with the focus opens its calendar over the form.
                data-autofocus={option === format || undefined}
                label={formatWords[option]}
                disabled={option === 'pdf' && !can.printPages}
              />
            ))}
          </Group>
        </Radio.Group>
        {!can.printPages && (
          <Text size="sm" c="dimmed">
            PDF здесь сделать нечем: на компьютере нет браузера. Выгрузите DOCX и сохраните его как PDF в Word.
          </Text>
        )}
        <Select
          label="Цель выгрузки"
          description="Записывается в журнал событий вместе с периодом и числом строк."
          placeholder="Выберите"
          required
          data={ExportPurpose.options.map(value => ({ value, label: purposeWords[value] }))}
          value={purpose}
          onChange={value => setPurpose(value === null ? null : ExportPurpose.parse(value))}
          error={faults.purpose}
          allowDeselect={false}
        />
        <TextInput
          label={inWords ? 'Какая именно' : 'Уточнение'}
          placeholder="Номер и дата запроса, кем поручено"
          required={inWords}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          value={purposeText}
          onChange={event => setPurposeText(event.currentTarget.value)}
          error={faults.purposeText}
        />
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <Button type="submit" disabled={!ready || (inWords && purposeText.trim().length < 3)}>
            Выгрузить
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SizeWords({ rows, isTooLong }: { rows: number | undefined; isTooLong: boolean }) {
  if (rows === undefined) return <Text size="sm">&nbsp;</Text>
  if (rows === 0) return <ToneText tone="warn">За этот период в журнале нет ни одной заявки.</ToneText>
  if (isTooLong) {
    return (
      <ToneText tone="warn">
        В DOCX и PDF помещается до {longestDocumentRows.toLocaleString('ru')} строк, за период их{' '}
        {rows.toLocaleString('ru')}: сократите период или выберите XLSX.
      </ToneText>
    )
  }
  return (
    <Text size="sm" role="status">
      За период: {countText(rows, nouns.application)}.
    </Text>
  )
}
