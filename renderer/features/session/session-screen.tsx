import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { SessionDesk } from './session-desk.tsx'

/** «Приём»: one citizen from the opened room to the written result. */
export function SessionScreen() {
  const { receptionId } = useParams({ from: '/reception/$receptionId' })
  const { queries } = useWorkstation()
  const detail = useQuery(queries.receptions.detail.queryOptions({ input: { receptionId } }))
  // What is on screen stays while a repeated reading fails: the band says that the connection is lost.
  if (detail.data) return <SessionDesk key={receptionId} detail={detail.data} />
  if (detail.error) {
    return <QueryFailure title="Приём не прочитан" error={detail.error} onRetry={() => void detail.refetch()} />
  }
  return <Loading label="Открываем приём…" />
}
