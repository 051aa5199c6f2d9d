import { Stack, Text } from '@mantine/core'
import type { BackupStatus } from '../../../shared/contract/backup.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { failureText, healthText } from './backup-texts.ts'

/** What stands and what does not, in words; the details only for those who look after them. */
export function BackupState({ status }: { status: BackupStatus }) {
  const timeZone = useTimeZone()
  const { health, lastMadeAt, details } = status
  const { tone, text } = healthText[health]
  return (
    <Stack gap="xs">
      <ToneText tone={tone} fw={600}>
        {text}
      </ToneText>
      <Text>
        {lastMadeAt === null
          ? 'Ни одной копии ещё не сделано.'
          : `Последняя копия: ${formatDateTime(lastMadeAt, timeZone)}, проверена.`}
      </Text>
      {details?.lastFailure && (
        <ToneText tone="bad">
          {formatDateTime(details.lastFailure.at, timeZone)}: {failureText[details.lastFailure.code]} Прежние копии
          сохранены.
        </ToneText>
      )}
      {details?.nextAt && (
        <Text>
          {details.waitsForReception
            ? 'Следующая копия будет сделана сразу после приёма.'
            : `Следующая копия: ${formatDateTime(details.nextAt, timeZone)} или при первом включении после этого.`}
        </Text>
      )}
      {details?.sameDisk && (
        <ToneText tone="warn">
          Папка копий на том же диске, что и база. Если диск выйдет из строя, пропадёт и то и другое: выберите другой
          диск или сетевую папку.
        </ToneText>
      )}
      {details && !details.hasRecoveryKey && (
        <ToneText tone="warn">
          Ключ восстановления не сделан или его файл утерян: на другом компьютере копии не открыть. Администратор выдаёт
          новый ключ в «Настройках».
        </ToneText>
      )}
      {details?.restored && (
        <ToneText tone="info">
          База восстановлена из копии {formatDateTime(details.restored.at, timeZone)}. Прежняя база сохранена в папке
          профиля.
        </ToneText>
      )}
    </Stack>
  )
}
