import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { bytesOf, saveFile } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** The decision as a file, to be signed. */
export function PaperButtons({ applicationId }: { applicationId: string }) {
  const { calls } = useWorkstation()
  const { can } = useDesk()
  const save = useMutation({
    mutationFn: (format: 'docx' | 'pdf') => calls.rejections.paper({ applicationId, format }),
    onSuccess: ({ name, mediaType, base64 }) => saveFile(name, [bytesOf(base64)], mediaType),
  })
  const loading = (format: 'docx' | 'pdf') => save.isPending && save.variables === format
  return (
    <>
      <Group gap="sm">
        <Button variant="default" loading={loading('docx')} onClick={() => save.mutate('docx')}>
          Скачать Word
        </Button>
        <Button
          variant="default"
          loading={loading('pdf')}
          disabled={!can.printPages}
          onClick={() => save.mutate('pdf')}
        >
          Скачать PDF
        </Button>
      </Group>
      {!can.printPages && (
        <Text size="sm" c="dimmed">
          PDF здесь сделать нечем: на компьютере нет браузера. Сохраните PDF из Word.
        </Text>
      )}
      {save.error !== null && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
    </>
  )
}
