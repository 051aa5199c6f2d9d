import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { TelemostForm } from './telemost-form.tsx'

/** «Яндекс Телемост»: whether meetings are made by the program, and with which token. */
export function TelemostSection() {
  const { queries } = useWorkstation()
  const status = useQuery(queries.telemost.status.queryOptions())
  const settings = useQuery(queries.settings.get.queryOptions())
  const failed = [status, settings].find(({ error }) => error !== null)
  if (failed) {
    return <QueryFailure title="Настройки не прочитаны" error={failed.error} onRetry={() => void failed.refetch()} />
  }
  if (!status.data || !settings.data) return <Loading label="Читаем настройки…" />
  return <TelemostForm access={status.data} settings={settings.data} />
}
