import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupCard } from '../../../shared/contract/backup.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { SignatureNote } from './signature-text.tsx'

/** «Восстановить…»: what will be lost, what is kept; only after a tick that it was read. */
export function RestoreDialog({ card, onClose }: { card: BackupCard; onClose: () => void }) {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const preview = useQuery({
    ...queries.backup.restorePreview.queryOptions({ input: { name: card.name } }),
    staleTime: 0,
  })
  const restore = useMutation({ mutationFn: () => calls.backup.restore({ name: card.name }) })
  const [read, setRead] = useState(false)
  const trouble = preview.error ?? restore.error
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Восстановить базу из копии ${formatDateTime(card.madeAt, timeZone)}`}
      size="lg"
    >
      <Stack gap="sm">
        {!preview.data && !preview.error && <Loading label="Сравниваем копию с базой…" />}
        {preview.data && (
          <>
            <SignatureNote copy={card} signature={preview.data.card.signature} timeZone={timeZone} />
            <Text>
              Сейчас в базе {countText(preview.data.receptionsNow, nouns.reception)}, в копии{' '}
              {countText(preview.data.card.receptions, nouns.reception)}.
            </Text>
            <List>
              <List.Item>
                Всё, что внесено после копии, из программы исчезнет: строк журнала событий —{' '}
                {preview.data.eventLinesSince.toLocaleString('ru')}. Это придётся внести заново.
              </List.Item>
              <List.Item>
                Видеозаписи не удаляются: те, о которых копия не знает, появятся в списке найденных.
              </List.Item>
              <List.Item>Нынешняя база сохраняется рядом без изменений.</List.Item>
              <List.Item>Программа закроет рабочее место и откроет его снова; войти нужно будет ещё раз.</List.Item>
            </List>
            <Checkbox
              label="Понимаю, что внесённое после копии придётся внести заново"
              checked={read}
              onChange={event => setRead(event.currentTarget.checked)}
            />
          </>
        )}
        {trouble && <ToneText tone="bad">{faultHint(trouble)}</ToneText>}
        {restore.isSuccess && <Text role="status">Восстанавливаем базу, рабочее место сейчас откроется снова…</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={restore.isPending || restore.isSuccess}>
            Не восстанавливать
          </Button>
          <Button
            color="red"
            disabled={!read || restore.isSuccess}
            loading={restore.isPending}
            onClick={() => restore.mutate()}
          >
            Восстановить базу
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
