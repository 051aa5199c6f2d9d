import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useConnection } from './workstation-provider.tsx'

/** Stands while the page cannot reach the workstation: what is kept and what happens next. */
export function ConnectionBand() {
  const connection = useConnection()
  if (connection !== 'lost') return null
  return (
    <Alert
      color="amber"
      radius={0}
      icon={<IconPlugConnectedX aria-hidden />}
      title="Нет связи с программой рабочего места — подключаемся снова"
      role="alert"
    >
      Всё, что отмечено на экране, сохранено. Окно записи продолжает писать и держит у себя то, что ещё не сохранено.
      Экран обновится сам; пока связи нет, часы на нём стоят.
    </Alert>
  )
}
