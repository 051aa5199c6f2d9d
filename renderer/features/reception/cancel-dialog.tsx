import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type ActPermission, refusalWords } from '../../../shared/applications/legal-acts.ts'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useReceptionAct } from './use-reception-act.ts'

type CancelReason = 'refused' | 'notConfirmed'

interface CancelDialogProps {
  card: DayCard
  /** Whether the workstation permits each ground, and why not. */
  permissions: Readonly<Record<CancelReason, ActPermission>>
  onClose: () => void
}

const words: Readonly<Record<CancelReason, string>> = {
  refused: 'Гражданин отказался от приёма',
  notConfirmed: 'Гражданин не подтвердил приём в срок',
}

/** п. 2.6: cancelled before it begins. Nothing is chosen beforehand: a legal fact is never set by a stray Enter. */
export function CancelDialog({ card, permissions, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState<CancelReason | null>(null)
  const cancel = useReceptionAct(card, onClose)
  return (
    <Modal opened onClose={onClose} title="Отменить приём (п. 2.6)" size="lg">
      <Stack gap="sm">
        <Text>
          {card.shortName}, № {card.journalNumber} в журнале. Запись об отмене появится в графе 7 журнала.
        </Text>
        <Radio.Group
          label="Почему приём отменяется"
          value={reason}
          onChange={value => setReason(value as CancelReason)}
        >
          <Stack gap="xs" mt="xs">
            {(['refused', 'notConfirmed'] as const).map(value => (
              <Radio
                key={value}
                value={value}
                label={words[value]}
                disabled={!permissions[value].permitted}
                description={refusalWords(permissions[value])}
              />
            ))}
          </Stack>
        </Radio.Group>
        {cancel.error !== null && <ToneText tone="bad">{faultHint(cancel.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Не отменять
          </Button>
          <FactButton
            color="red"
            loading={cancel.isPending}
            disabled={reason === null || !permissions[reason].permitted}
            onClick={() => reason !== null && cancel.mutate({ kind: 'cancelled', reason })}
          >
            Отменить приём
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
