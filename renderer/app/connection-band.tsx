import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useIsPageRecording } from './use-is-page-recording.ts'
import { useConnection } from './workstation-provider.tsx'

/** Stands while the page cannot reach the workstation: what is kept, whether anything is recorded, what happens next. */
export function ConnectionBand() {
  return useConnection() === 'lost' ? <LostConnection /> : null
}

function LostConnection() {
  const isRecording = useIsPageRecording()
  return (
    <Alert
      color={isRecording === false ? 'red' : 'amber'}
      radius={0}
      icon={<IconPlugConnectedX aria-hidden />}
      title="Нет связи с программой рабочего места — подключаемся снова"
      role="alert"
    >
      Всё, что отмечено на экране, сохранено. {recordingWords(isRecording)} Экран обновится сам; пока связи нет, часы на
      нём стоят.
    </Alert>
  )
}

function recordingWords(isRecording: boolean | null): string {
  if (isRecording === null) return ''
  return isRecording
    ? 'Окно записи продолжает писать и держит у себя то, что ещё не сохранено.'
    : 'Запись сейчас не идёт: окно записи не пишет.'
}
