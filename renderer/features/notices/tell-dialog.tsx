import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWhen } from '../../app/use-when.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { WhenFields } from '../../ui/when-fields.tsx'

/** What is told to a citizen without the program: how, when (local date and time of the body), and to whom. */
export interface Told {
  readonly way: ToldWay
  readonly occurredLocal: string
  readonly whom: string
}
export type ToldWay = 'phone' | 'printed' | 'otherMail'

export const toldWayWords: Readonly<Record<ToldWay, string>> = {
  phone: 'По телефону',
  printed: 'На бумаге',
  otherMail: 'С другого почтового ящика',
}

interface TellDialogProps {
  /** Who it is about, and what had to be told. */
  about: string
  /** null: the application names none; undefined: not read yet. */
  phone: string | null | undefined
  pending: boolean
  error: unknown
  onTold: (told: Told) => void
  onClose: () => void
}

/** «Сообщено гражданину»: one question wherever a person tells what the program did not. Nothing is chosen beforehand. */
export function TellDialog({ about, phone, pending, error, onTold, onClose }: TellDialogProps) {
  const when = useWhen()
  const [way, setWay] = useState<ToldWay | null>(null)
  const [whom, setWhom] = useState('')
  const { occurredLocal: wrong, note: wrongWhom } = faultFields(error)
  const told =
    way === null || when.local === null || whom.trim() === ''
      ? null
      : { way, occurredLocal: when.local, whom: whom.trim() }
  return (
    <Modal opened onClose={onClose} title="Сообщено гражданину" size="lg">
      <Stack gap="sm">
        <Text>{about}</Text>
        <Text size="xl" fw={600}>
          {phone === undefined ? '…' : phone === null ? 'Телефон в заявке не указан' : phoneText(phone)}
        </Text>
        <Radio.Group label="Как сообщено" value={way} onChange={value => setWay(value as ToldWay)}>
          <Group mt="xs">
            {(['phone', 'printed', 'otherMail'] as const).map(value => (
              <Radio key={value} value={value} label={toldWayWords[value]} />
            ))}
          </Group>
        </Radio.Group>
        <WhenFields {...when.fields} error={wrong} />
        <TextInput
          label="Кому и что сообщено"
          placeholder="гражданину лично, время приёма и ссылка"
          required
          maxLength={160}
          spellCheck={false}
          autoComplete="off"
          value={whom}
          error={wrongWhom}
          onChange={event => setWhom(event.currentTarget.value)}
        />
        {error !== null && wrong === undefined && wrongWhom === undefined && (
          <ToneText tone="bad">{faultHint(error)}</ToneText>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Отмена
          </Button>
          <FactButton loading={pending} disabled={told === null} onClick={() => told !== null && onTold(told)}>
            Сообщено гражданину
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
