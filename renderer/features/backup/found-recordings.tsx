import { Alert, Button, Code, List, Stack, Text } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundRecording } from '../../../shared/contract/backup.ts'
import { formatDateTime, formatLocalDate, formatTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

/** «Найдена видеозапись, которой нет в базе»: what lies on the disk and no row knows of. Nothing where there is none. */
export function FoundRecordings() {
  const { queries } = useWorkstation()
  const isHead = useDesk().session.account.role === 'head'
  const [adopting, setAdopting] = useState<FoundRecording | null>(null)
  const found = useQuery(queries.backup.foundRecordings.queryOptions())
  if (!found.data || found.data.length === 0) return null
  const isOne = found.data.length === 1
  return (
    <Alert
      color="amber"
      icon={<IconFileSearch aria-hidden />}
      title={isOne ? 'Найдена видеозапись, которой нет в базе' : 'Найдены видеозаписи, которых нет в базе'}
    >
      <Stack gap="xs">
        <Text>
          {isOne
            ? 'Её файл лежит в папке записей, но в базе о ней ничего нет: базу восстановили из более ранней копии или файл положил кто-то другой. Сама она в журнал не попадёт: решает руководитель. Файл не тронут.'
            : 'Их файлы лежат в папке записей, но в базе о них ничего нет: базу восстановили из более ранней копии или файлы положил кто-то другой. Сами они в журнал не попадут: решает руководитель. Файлы не тронуты.'}
        </Text>
        <List>
          {found.data.map(recording => (
            <List.Item key={recording.recordingId}>
              <FoundWords recording={recording} />
              {isHead && recording.journalNumber !== null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  display="block"
                  mt="xs"
                  onClick={() => setAdopting(recording)}
                >
                  Внести в журнал…
                </Button>
              )}
            </List.Item>
          ))}
        </List>
      </Stack>
      {adopting && <AdoptDialog recording={adopting} onClose={() => setAdopting(null)} />}
    </Alert>
  )
}

function FoundWords({ recording }: { recording: FoundRecording }) {
  const timeZone = useTimeZone()
  const { startedAt, stoppedAt, retainUntil, journalNumber, sha256, recordingId } = recording
  return (
    <>
      {formatDateTime(startedAt, timeZone)}
      {stoppedAt ? `–${formatTime(stoppedAt, timeZone)}` : ''}, хранить по {formatLocalDate(retainUntil)},{' '}
      {journalNumber === null
        ? 'приёма в базе нет: внесите приём заново и сообщите номер записи техническому специалисту'
        : `заявка № ${journalNumber} в журнале`}
      <br />
      <Text size="xs" c="dimmed" component="span">
        {sha256 === null ? 'не сохранена до конца' : 'описание есть, файл не сверен'}, номер записи{' '}
      </Text>
      <Code>{recordingId}</Code>
    </>
  )
}

function AdoptDialog({ recording, onClose }: { recording: FoundRecording; onClose: () => void }) {
  const { calls } = useWorkstation()
  const { recordingId, journalNumber } = recording
  const adopt = useMutation({
    mutationFn: (reason: string) => calls.backup.adoptRecording({ recordingId, reason }),
    onSuccess: onClose,
  })
  return (
    <ReasonDialog
      title="Внести найденную запись в журнал"
      label="Откуда запись и почему её вносят"
      button="Внести в журнал"
      pending={adopt.isPending}
      error={adopt.error}
      onSubmit={reason => adopt.mutate(reason)}
      onClose={onClose}
    >
      <Text>
        Файл будет прочитан целиком и сверен со своим описанием. Если он сойдётся, запись появится у приёма по заявке №{' '}
        {journalNumber}; ваше имя и причина сохранятся.
      </Text>
    </ReasonDialog>
  )
}
