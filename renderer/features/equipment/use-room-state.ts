import { useQuery } from '@tanstack/react-query'
import type { RoomProblem } from '../../../shared/equipment/room-problem.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

interface RoomState {
  /** Why no room may be opened at this workplace, asked before a window is opened; null = it may, or it is not known yet. */
  readonly refusal: string | null
  /** The room of this reception was opened, and did not come. */
  readonly problem: RoomProblem | null
  /** The workstation has answered: nothing of the above is a guess. */
  readonly isKnown: boolean
}

/** How it stands with the room of a reception. */
export function useRoomState(receptionId: string): RoomState {
  const { queries } = useWorkstation()
  const { data } = useQuery(queries.equipment.readiness.queryOptions({ input: { receptionId } }))
  return { refusal: data?.roomRefusal ?? null, problem: data?.roomProblem ?? null, isKnown: data !== undefined }
}
