import { Button, Group, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { BackupCard } from '../../../shared/contract/backup.ts'
import type { Role } from '../../../shared/contract/procedure.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { contentsText, reasonText } from './backup-texts.ts'
import { SignatureNote } from './signature-text.tsx'

interface BackupLineProps {
  card: BackupCard
  role: Role
  onRestore: () => void
}

/** One copy: when, what it holds, «Проверить копию», «Восстановить…». */
export function BackupLine({ card, role, onRestore }: BackupLineProps) {
  const { calls } = useWorkstation()
  const timeZone = useTimeZone()
  const verify = useMutation({ mutationFn: () => calls.backup.verify({ name: card.name }) })
  const madeAt = formatDateTime(card.madeAt, timeZone)
  const mayVerify = role === 'technician' || role === 'administrator'
  return (
    <Table.Tr>
      <Table.Td>
        <Text style={{ whiteSpace: 'nowrap' }}>{madeAt}</Text>
        <Text size="xs" c="dimmed">
          {reasonText[card.reason]}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text>{contentsText(card)}</Text>
        {!card.chainIntact && <ToneText tone="warn">В журнале событий нарушена цепь</ToneText>}
        {!card.hasRecoveryKey && <ToneText tone="warn">Без ключа восстановления</ToneText>}
        {!verify.data && <SignatureNote copy={card} signature={card.signature} timeZone={timeZone} />}
        {verify.error && <ToneText tone="bad">{faultHint(verify.error)}</ToneText>}
        {verify.data && (
          <div role="status">
            <SignatureNote copy={card} signature={verify.data.signature} timeZone={timeZone} />
            <ToneText tone={!verify.data.intact ? 'bad' : verify.data.signature === 'signed' ? 'good' : 'info'}>
              {!verify.data.intact
                ? 'Повреждена: восстанавливать из неё нельзя'
                : verify.data.signature === 'signed'
                  ? 'Та самая копия, читается целиком'
                  : 'Читается целиком'}
              , {formatDateTime(verify.data.checkedAt, timeZone)}
            </ToneText>
          </div>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {mayVerify && (
            <Button
              size="compact-sm"
              variant="default"
              loading={verify.isPending}
              aria-label={`Проверить копию ${madeAt}`}
              onClick={() => verify.mutate()}
            >
              Проверить копию
            </Button>
          )}
          {role === 'administrator' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Восстановить из копии ${madeAt}`}
              onClick={onRestore}
            >
              Восстановить…
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
