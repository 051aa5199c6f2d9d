import { Alert, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SheetCheck } from '../../../shared/contract/event-log.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { brokenChainText } from './log-check-words.tsx'

/** «Сверить с листом…»: the strip of a day sheet is typed in, and the log must say the same. */
export function CompareSheet() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Сверить с листом…
      </Button>
      {opened && <CompareSheetDialog onClose={() => setOpened(false)} />}
    </>
  )
}

function CompareSheetDialog({ onClose }: { onClose: () => void }) {
  const { calls } = useWorkstation()
  const [line, setLine] = useState<number | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const compare = useMutation({
    mutationFn: (sheet: { line: number; day: string; code: string }) => calls.eventLog.compareSheet(sheet),
  })
  const isComplete = line !== null && day !== null && code.trim() !== ''
  const atField = faultFields(compare.error).code
  return (
    <InPlacePanel title="Сверить журнал событий с листом приёмов" onClose={onClose}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (isComplete) compare.mutate({ line, day, code })
        }}
      >
        <Stack gap="sm">
          <Text>
            Внизу листа приёмов есть корешок: номер строки журнала, дата и знаки. Введите их с листа: прописные или
            строчные, с дефисами или без.
          </Text>
          <Group align="flex-start" grow>
            <NumberInput
              label="Номер строки"
              min={0}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              value={line ?? ''}
              onChange={value => setLine(typeof value === 'number' ? value : null)}
            />
            <DayField label="Дата на корешке" value={day} onChange={setDay} />
          </Group>
          <TextInput
            label="Знаки"
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
            spellCheck={false}
            value={code}
            error={atField}
            onChange={event => setCode(event.currentTarget.value)}
          />
          {compare.error && !atField && <ToneText tone="bad">{faultHint(compare.error)}</ToneText>}
          {compare.data && <SheetWords check={compare.data} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Закрыть
            </Button>
            <Button type="submit" disabled={!isComplete} loading={compare.isPending}>
              Сверить
            </Button>
          </Group>
        </Stack>
      </form>
    </InPlacePanel>
  )
}

function SheetWords({ check }: { check: SheetCheck }) {
  const timeZone = useTimeZone()
  const { verdict, line, at, restored, chain } = check
  if (verdict === 'same') {
    return (
      <Alert color="green" icon={<IconShieldCheck aria-hidden />} role="status">
        Сходится: строки журнала до № {line}
        {at === null ? '' : ` (${formatDateTime(at, timeZone)})`} те же, что при печати листа.
      </Alert>
    )
  }
  if (verdict === 'restored' && restored) {
    return (
      <Alert color="amber" icon={<IconInfoCircle aria-hidden />} role="status">
        Строка № {line} не та, что на листе. База восстановлена из копии {formatDateTime(restored.at, timeZone)}: строки
        начиная с № {restored.line} написаны после этого. Если лист напечатан раньше, так и должно быть; если позже,
        журнал изменён: сообщите руководителю и техническому специалисту.
      </Alert>
    )
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      {verdict === 'broken'
        ? brokenChainText(chain)
        : verdict === 'missing'
          ? `В журнале событий нет строки № ${line}, а на листе она есть. Сообщите руководителю и техническому специалисту.`
          : `Строка № ${line} журнала событий не та, что на листе: журнал изменён после печати. Сообщите руководителю и техническому специалисту.`}
    </Alert>
  )
}
