import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GrabberSources } from '../../../shared/contract/grabber.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { grabberRefusalTexts } from './grabber-refusal-texts.ts'

/** The second engine: records a window of this computer, for when the recorder's own window cannot (п. 3.6). */
export function SecondEngineDialog({ onClose }: { onClose: () => void }) {
  const { queries } = useWorkstation()
  // Windows come and go: what was listed a minute ago is no answer.
  const sources = useQuery({ ...queries.grabber.sources.queryOptions(), staleTime: 0, gcTime: 0 })
  return (
    <InPlacePanel title="Второй способ записи" onClose={onClose}>
      {sources.data ? (
        <Offer sources={sources.data} onAskAgain={() => void sources.refetch()} onClose={onClose} />
      ) : sources.error ? (
        <QueryFailure title="Окна не прочитаны" error={sources.error} onRetry={() => void sources.refetch()} />
      ) : (
        <Loading label="Ищем окна и микрофоны…" />
      )}
    </InPlacePanel>
  )
}

interface OfferProps {
  sources: GrabberSources
  onAskAgain: () => void
  onClose: () => void
}

function Offer({ sources, onAskAgain, onClose }: OfferProps) {
  if (sources.refusal !== null) {
    return (
      <EmptyNote
        title="Второй способ записи здесь недоступен"
        text={grabberRefusalTexts[sources.refusal]}
        action={<Button onClick={onClose}>Понятно</Button>}
      />
    )
  }
  return sources.armed ? (
    <Armed onClose={onClose} />
  ) : (
    <Choice sources={sources} onAskAgain={onAskAgain} onClose={onClose} />
  )
}

function Choice({ sources: { windows, microphones }, onAskAgain, onClose }: OfferProps) {
  const { calls } = useWorkstation()
  const [windowId, setWindowId] = useState<string | null>(null)
  const [microphoneId, setMicrophoneId] = useState<string | null>(microphones[0]?.id ?? null)
  const arm = useMutation({
    mutationFn: (chosen: { windowId: string; microphoneId: string }) => calls.grabber.arm(chosen),
    onSuccess: onClose,
  })
  return (
    <Stack gap="sm">
      <Text>
        Для Телемоста в отдельной программе. Записываются выбранное окно, ваш микрофон и всё, что слышно в динамиках
        этого компьютера: закройте лишние программы со звуком. Окно нельзя сворачивать.
      </Text>
      <Select
        data-autofocus
        label="Окно Телемоста"
        placeholder="Выберите окно"
        searchable
        nothingFoundMessage="Такого окна нет"
        data={windows.map(({ id, label }) => ({ value: id, label }))}
        value={windowId}
        onChange={setWindowId}
      />
      <Select
        label="Микрофон"
        placeholder="Выберите микрофон"
        data={microphones.map(({ id, label }) => ({ value: id, label }))}
        value={microphoneId}
        onChange={setMicrophoneId}
      />
      {arm.error && <ToneText tone="bad">{faultHint(arm.error)}</ToneText>}
      <Group justify="flex-end">
        <Button variant="default" disabled={arm.isPending} onClick={onAskAgain}>
          Обновить список
        </Button>
        <Button
          loading={arm.isPending}
          disabled={windowId === null || microphoneId === null}
          onClick={() => {
            if (windowId !== null && microphoneId !== null) arm.mutate({ windowId, microphoneId })
          }}
        >
          Подготовить запись
        </Button>
      </Group>
    </Stack>
  )
}

function Armed({ onClose }: { onClose: () => void }) {
  const { calls } = useWorkstation()
  const release = useMutation({ mutationFn: () => calls.grabber.release(), onSuccess: onClose })
  return (
    <Stack gap="sm">
      <ToneText tone="good">Окно, динамики и микрофон захвачены: записью занят второй способ.</ToneText>
      <Text>Чтобы записывать через окно записи, сначала отпустите источники.</Text>
      {release.error && <ToneText tone="bad">{faultHint(release.error)}</ToneText>}
      <Group justify="flex-end">
        <Button variant="default" loading={release.isPending} onClick={() => release.mutate()}>
          Отпустить источники
        </Button>
        <Button onClick={onClose}>Оставить</Button>
      </Group>
    </Stack>
  )
}
