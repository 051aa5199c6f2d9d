import { Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { longestCalendarFile } from '../../../shared/calendar/read-calendar-file.ts'
import type { ImportPreview } from '../../../shared/contract/calendar.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ShiftList } from './shift-list.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

/** Takes a year over from a file of xmlcalendar.ru: read and told first, nothing is kept before «Загрузить». */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { calls } = useWorkstation()
  const [basis, setBasis] = useState('')
  const [chosen, setChosen] = useState<{ text: string; preview: ImportPreview } | null>(null)
  const read = useMutation({
    mutationFn: async (file: File) => {
      // One sign more than is allowed is enough for the refusal.
      const text = await file.slice(0, longestCalendarFile + 1).text()
      return { text, preview: await calls.calendar.previewImport({ text, basis: basis.trim() }) }
    },
    onSuccess: setChosen,
    onError: () => setChosen(null),
  })
  const save = useCalendarChange(
    (calendar, text: string) => calendar.importYear({ text, basis: basis.trim() }),
    onClose,
  )
  const failure = read.error ?? save.error
  return (
    <InPlacePanel title="Загрузить календарь года" onClose={onClose}>
      <Stack gap="sm">
        <Text>
          Файл calendar.xml или calendar.json с сайта xmlcalendar.ru, скачанный на любом компьютере. В нём нет номера
          постановления: укажите его.
        </Text>
        <TextInput
          label="Основание"
          description="Например: постановление Правительства РФ от 17.09.2026 № 1187"
          required
          data-autofocus
          maxLength={300}
          value={basis}
          onChange={event => {
            setBasis(event.currentTarget.value)
            setChosen(null)
          }}
        />
        <Group>
          <FileButton accept=".xml,.json,text/xml,application/json" onChange={file => file && read.mutate(file)}>
            {props => (
              <Button
                {...props}
                variant="default"
                disabled={basis.trim() === ''}
                loading={read.isPending}
                leftSection={<IconFileImport aria-hidden size="1.1em" />}
              >
                Выбрать файл…
              </Button>
            )}
          </FileButton>
        </Group>
        {failure !== null && <ToneText tone="bad">{faultHint(failure)}</ToneText>}
        {chosen !== null && <PreviewWords preview={chosen.preview} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <Button
            disabled={chosen === null}
            loading={save.isPending}
            onClick={() => chosen !== null && save.mutate(chosen.text)}
          >
            Загрузить
          </Button>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}

function PreviewWords({ preview: { calendar, workingDays, differences, shifts } }: { preview: ImportPreview }) {
  return (
    <Stack gap="xs" role="status">
      <ToneText tone="info">
        {calendar.year} год: рабочих дней {workingDays}, сокращённых {calendar.shortened.length}.
      </ToneText>
      {differences !== null && (
        <ToneText tone={differences.length === 0 ? 'good' : 'warn'}>
          {differences.length === 0
            ? 'Этот год уже загружен, и дни в нём те же.'
            : `Этот год уже загружен. Отличаются дни: ${differences.map(formatLocalDate).join(', ')}.`}
        </ToneText>
      )}
      <ShiftList shifts={shifts} />
    </Stack>
  )
}
