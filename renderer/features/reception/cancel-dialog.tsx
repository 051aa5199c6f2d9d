import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useReceptionAct } from './use-reception-act.ts'

type CancelReason = 'refused' | 'notConfirmed'

/** п. 2.6: cancelled before it begins. Nothing is chosen beforehand: a legal fact is never set by a stray Enter. */
export function CancelDialog({ card, onClose }: { card: DayCard; onClose: () => void }) {
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
            <Radio value="refused" label="Гражданин отказался от приёма" />
            <Radio value="notConfirmed" label="Гражданин не подтвердил приём в срок" />
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
            disabled={reason === null}
            onClick={() => reason !== null && cancel.mutate({ kind: 'cancelled', reason })}
          >
            Отменить приём
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
