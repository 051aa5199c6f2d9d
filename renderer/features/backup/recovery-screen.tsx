import { Alert, Box, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecoveryState } from '../../../shared/contract/recovery.ts'
import { byteSizeText } from '../../../shared/text/byte-size.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { Loading } from '../../ui/loading.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { failureText } from './backup-texts.ts'
import { GoOnForm } from './go-on-form.tsx'
import { RecoveryCopies } from './recovery-copies.tsx'
import { RecoveryReport } from './recovery-report.tsx'
import { problemText } from './recovery-texts.ts'
import { StartEmptyForm } from './start-empty-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** What stands instead of the program while its database cannot be used: what happened, what is kept, what to do. */
export function RecoveryScreen({ state }: { state: RecoveryState }) {
  const [restarting, setRestarting] = useState(false)
  const { problem, timeZone } = state
  const { title, happened } = problemText[problem]
  const database = state.files.find(file => !file.name.includes('.aside-'))
  if (restarting) return <Loading label="Рабочее место открывается снова…" />
  const onRestart = (): void => setRestarting(true)
  const unlock = state.hasRecoveryFile ? (
    <UnlockForm onRestart={onRestart} />
  ) : (
    <ToneText tone="info">
      Файла recovery.json нет ни в папке keys, ни рядом с базой, ни в копиях, которые программа нашла: без него ключ
      восстановления эту базу не откроет. Если есть другая папка с копиями, укажите её ниже.
    </ToneText>
  )
  return (
    <Box component="main" h="100%" p="md" style={{ overflow: 'auto' }}>
      <Paper withBorder p="lg" maw="var(--layout-form)" mx="auto">
        <Stack gap="lg">
          <Stack gap="xs">
            <Title order={1} size="h2">
              {title}
            </Title>
            <Text>{happened}</Text>
            {state.keySealed && (
              <Text>
                Ключ базы запечатан хранилищем паролей этой системы: его читает только установленная здесь программа
                «Видеоприём», под тем же пользователем. Откройте базу ею, а если это она и есть — введите ключ
                восстановления.
              </Text>
            )}
            <Text>
              {database
                ? `Файл базы сохранён без изменений: ${database.name}, ${byteSizeText(database.byteLength)}, изменён ${formatDateTime(database.changedAt, timeZone)}. `
                : ''}
              Видеозаписи не затронуты. Пока база не открыта, новую запись начать нельзя.
            </Text>
          </Stack>
          {state.restoreFailure && (
            <Alert color="red" icon={<IconDatabaseOff aria-hidden />} title="Восстановить не удалось" role="alert">
              {failureText[state.restoreFailure]} База и копии не изменены.
            </Alert>
          )}
          {problem === 'keyMissing' && unlock}
          {problem === 'walDamaged' && <GoOnForm onRestart={onRestart} />}
          {problem === 'newer' ? (
            <Text>Обновите программу на этом компьютере и запустите её снова. База будет открыта как есть.</Text>
          ) : (
            <RecoveryCopies
              state={state}
              noCopiesText={`${state.directory === null ? 'Папка для копий не была выбрана.' : 'В папке для копий их не найдено: диск отключён или папка пуста.'} Если копии есть в другом месте, укажите папку.`}
              onRestart={onRestart}
            />
          )}
          {problem === 'notReadable' && unlock}
          {problem !== 'newer' && problem !== 'walDamaged' && <StartEmptyForm onRestart={onRestart} />}
          <RecoveryReport />
        </Stack>
      </Paper>
    </Box>
  )
}
