import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconClipboardList, IconCopy, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { saveFile } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** «Собрать сведения для ИТ»: shown, so that everybody sees that nothing personal is in it; copied or saved. */
export function RecoveryReport() {
  const { calls } = useWorkstation()
  const report = useMutation({ mutationFn: () => calls.recovery.report() })
  const text = report.data?.text
  return (
    <Stack gap="sm">
      <Group>
        <Button
          variant="default"
          leftSection={<IconClipboardList aria-hidden size="1.1em" />}
          loading={report.isPending}
          onClick={() => report.mutate()}
        >
          Собрать сведения для ИТ
        </Button>
        {text !== undefined && (
          <>
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy aria-hidden size="1.1em" />} onClick={copy}>
                  {copied ? 'Скопированы' : 'Скопировать'}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              leftSection={<IconDownload aria-hidden size="1.1em" />}
              onClick={() => saveFile('videopriem-svedeniya.txt', [text], 'text/plain;charset=utf-8')}
            >
              Сохранить файлом
            </Button>
          </>
        )}
      </Group>
      {report.error && <ToneText tone="bad">{faultHint(report.error)}</ToneText>}
      {text !== undefined && (
        <>
          <Text size="xs" c="dimmed">
            Персональных данных, путей и ключей в этих сведениях нет.
          </Text>
          <Code block tabIndex={0} aria-label="Сведения для ИТ">
            {text}
          </Code>
        </>
      )}
    </Stack>
  )
}
