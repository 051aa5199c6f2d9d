import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type ActPermission, refusalWords } from '../../../shared/applications/legal-acts.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

export type CancelReason = 'refused' | 'notConfirmed'

interface CancelDialogProps {
  /** Whose reception, and what its cancellation does. */
  about: string
  /** The grounds that come into question: whether the workstation permits each, and why not. */
  permissions: Readonly<Partial<Record<CancelReason, Pick<ActPermission, 'permitted' | 'reason' | 'clause'>>>>
  pending: boolean
  error: unknown
  onCancel: (reason: CancelReason) => void
  onClose: () => void
}

const words: Readonly<Record<CancelReason, string>> = {
  refused: 'Гражданин отказался от приёма',
  notConfirmed: 'Гражданин не подтвердил приём в срок',
}

/**
 * п. 2.6: cancelled before it begins, wherever it is cancelled from. Nothing is chosen beforehand, a legal fact is never
 * set by a stray Enter; of one ground alone nobody is asked which it is.
 */
export function CancelDialog({ about, permissions, pending, error, onCancel, onClose }: CancelDialogProps) {
  const grounds = (['refused', 'notConfirmed'] as const).flatMap(reason => {
    const permission = permissions[reason]
    return permission === undefined ? [] : [{ reason, permission }]
  })
  const [only] = grounds
  const [chosen, setChosen] = useState<CancelReason | null>(
    grounds.length === 1 && only !== undefined ? only.reason : null,
  )
  return (
    <Modal opened onClose={onClose} title="Отменить приём (п. 2.6)" size="lg">
      <Stack gap="sm">
        <Text>
          {about} Запись об отмене появится в графе 7 журнала, время освободится. Гражданин вправе подать заявку снова
          (п. 2.8).
        </Text>
        {grounds.length === 1 && only !== undefined ? (
          <Text fw={600}>Основание: {words[only.reason].toLocaleLowerCase('ru')}.</Text>
        ) : (
          <Radio.Group
            label="Почему приём отменяется"
            value={chosen}
            onChange={value => setChosen(value as CancelReason)}
          >
            <Stack gap="xs" mt="xs">
              {grounds.map(({ reason, permission }) => (
                <Radio
                  key={reason}
                  value={reason}
                  label={words[reason]}
                  disabled={!permission.permitted}
                  description={refusalWords(permission)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            Не отменять
          </Button>
          <FactButton
            color="red"
            loading={pending}
            disabled={chosen === null || permissions[chosen]?.permitted !== true}
            onClick={() => chosen !== null && onCancel(chosen)}
          >
            Отменить приём
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
