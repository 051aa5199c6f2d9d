import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationMatter, ConsentKind } from '../../../shared/contract/application-list.ts'
import { formatTime, localDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs, useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { TimeField } from '../../ui/time-field.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { consentNames } from './consent-words.ts'
import { useMatterAct } from './use-matter-act.ts'

interface ConsentDialogProps {
  matter: ApplicationMatter
  kind: ConsentKind
  onClose: () => void
}

/** What the citizen said of a consent, by telephone or otherwise; another record, the former ones stay. */
export function ConsentDialog({ matter, kind, onClose }: ConsentDialogProps) {
  const { calls } = useWorkstation()
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const [state, setState] = useState<'given' | 'notGiven' | null>(null)
  const [wording, setWording] = useState('')
  const [date, setDate] = useState(() => (nowMs === null ? null : localDate(nowMs, timeZone)))
  const [time, setTime] = useState(() => (nowMs === null ? '' : formatTime(nowMs, timeZone)))
  const note = useMatterAct(
    (given: 'given' | 'notGiven') =>
      calls.applications.consent({
        ...{ applicationId: matter.card.id, kind, state: given, wording, occurredLocal: `${date}T${time}` },
      }),
    onClose,
  )
  const ready = state !== null && wording.trim() !== '' && date !== null && time !== ''
  const submit = () => state !== null && note.mutate(state)
  const wrong = faultFields(note.error).occurredLocal
  return (
    <Modal opened onClose={onClose} title={`Согласие на ${consentNames[kind]} (п. 2.2)`} size="lg">
      <FactForm ready={ready} pending={note.isPending} onFact={submit}>
        <Stack gap="sm">
          <Text>
            {matter.card.fullName}, № {matter.card.journalNumber} в журнале.
          </Text>
          <TextInput
            label="Кто и как сообщил, какими словами"
            data-autofocus
            required
            autoComplete="off"
            value={wording}
            onChange={event => setWording(event.currentTarget.value)}
          />
          <Radio.Group label="Что сказал гражданин" value={state} onChange={value => setState(value as 'given')}>
            <Stack gap="xs" mt="xs">
              <Radio value="given" label="Согласен" />
              <Radio value="notGiven" label="Не согласен" />
            </Stack>
          </Radio.Group>
          <Group align="flex-start">
            <DayField label="Дата" required value={date} onChange={setDate} error={wrong} />
            <TimeField label="Время" required value={time} onChange={setTime} />
          </Group>
          {note.error !== null && wrong === undefined && <ToneText tone="bad">{faultHint(note.error)}</ToneText>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={note.isPending} disabled={!ready} onClick={submit}>
              Записать
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}
