import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { AnsweredApplication } from '../../../shared/contract/replies.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

interface DeclineDialogProps {
  application: AnsweredApplication
  pending: boolean
  error: unknown
  onDecline: () => void
  onClose: () => void
}

/** п. 2.6: what a refusal does, before it is written; it can be taken back for ten seconds only. */
export function DeclineDialog({ application, pending, error, onDecline, onClose }: DeclineDialogProps) {
  const timeZone = useTimeZone()
  return (
    <Modal opened onClose={onClose} title="Гражданин отказывается: отменить приём (п. 2.6)" size="lg">
      <Stack gap="sm">
        <Text>
          {application.shortName}, № {application.journalNumber} в журнале. Приём{' '}
          {formatDateTime(application.appointedAt, timeZone)} будет отменён, время освободится, запись об отмене
          появится в графе 7 журнала. Взять решение назад можно 10 секунд, потом гражданину уйдёт уведомление об отмене.
          Он вправе подать заявку снова (п. 2.8).
        </Text>
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Не отменять
          </Button>
          <FactButton color="red" loading={pending} onClick={onDecline}>
            Отменить приём
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
