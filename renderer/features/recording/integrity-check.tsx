import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** «Проверить целостность»: the file is read again whole and compared with what was written at sealing. */
export function IntegrityCheck({ recordingId }: { recordingId: string }) {
  const { calls } = useWorkstation()
  const timeZone = useTimeZone()
  const verify = useMutation({ mutationFn: () => calls.recordings.verify({ recordingId }) })
  const result = verify.data ?? null
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck aria-hidden size="1.1em" />}
          disabled={verify.isPending}
          onClick={() => verify.mutate()}
        >
          Проверить целостность
        </Button>
        {verify.isPending && (
          <Text c="dimmed" role="status">
            Файл читается заново и сверяется…
          </Text>
        )}
      </Group>
      {verify.isPending && <Progress value={100} animated w="100%" aria-label="Проверка целостности идёт" />}
      {verify.error && <ToneText tone="bad">{faultHint(verify.error)}</ToneText>}
      {result && (
        <div role="status">
          <ToneText tone={result.intact ? 'good' : 'bad'}>
            {result.intact ? 'Файл тот же, что был запечатан' : changedText(result.decodeErrors)},{' '}
            {formatDateTime(result.checkedAt, timeZone)}
          </ToneText>
          <Text size="xs" c="dimmed">
            SHA-256 <Code>{result.sha256}</Code>
          </Text>
        </div>
      )}
    </Stack>
  )
}

/** @param decodeErrors what the decoder said of the file as it lies there now */
const changedText = (decodeErrors: number | null): string => {
  const readable = decodeErrors === 0 ? 'воспроизводится без ошибок' : 'воспроизводится не полностью'
  return `Файл изменён или повреждён (${readable}): сообщите руководителю`
}
