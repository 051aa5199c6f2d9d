import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** Why no room may be opened at this workplace, asked before a window is opened; null = it may, or it is not known yet. */
export function useRoomRefusal(receptionId: string): string | null {
  const { queries } = useWorkstation()
  const readiness = useQuery(queries.equipment.readiness.queryOptions({ input: { receptionId } }))
  return readiness.data?.roomRefusal ?? null
}
