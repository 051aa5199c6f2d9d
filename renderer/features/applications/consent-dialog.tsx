import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationMatter, ConsentKind } from '../../../shared/contract/application-list.ts'
import { useWhen } from '../../app/use-when.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { WhenFields } from '../../ui/when-fields.tsx'
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
  const [state, setState] = useState<'given' | 'notGiven' | null>(null)
  const [wording, setWording] = useState('')
  const when = useWhen()
  const note = useMatterAct(
    (given: 'given' | 'notGiven') =>
      calls.applications.consent({
        ...{ applicationId: matter.card.id, kind, state: given, wording, occurredLocal: when.local ?? '' },
      }),
    onClose,
  )
  const ready = state !== null && wording.trim() !== '' && when.local !== null
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
          <WhenFields {...when.fields} error={wrong} />
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
