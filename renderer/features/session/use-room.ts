import { notifications } from '@mantine/notifications'
import type { RoomProblem } from '../../../shared/equipment/room-problem.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { openRoomWindow } from './open-room-window.ts'
import { useSession } from './session-context.tsx'

/**
 * Opens the room of this reception (in the demonstration its stand-in) and tells the workstation what came of it; answers
 * whether nothing is known to be wrong: not where the workstation did not take it, which is told. Null where no link was
 * given yet. On the desktop a page that does not load is told later: room-inside.tsx; one opened anew in the middle of a
 * talk stands at its entrance, and only a person knows when that is over.
 */
export function useRoom(): (() => Promise<boolean>) | null {
  const { demonstrationRoomUrl } = useDesk()
  const { desktop, calls } = useWorkstation()
  const { id, link, state } = useSession().detail.card
  const { connectedAt, endedAt } = state.facts
  if (link === null) return null
  return async () => {
    let problem: RoomProblem | null = null
    if (desktop) {
      desktop.room.open(demonstrationRoomUrl ?? link)
      if (connectedAt !== null && endedAt === null) problem = 'atEntrance'
    } else problem = await openRoomWindow(demonstrationRoomUrl ?? link, demonstrationRoomUrl === null)
    try {
      await calls.equipment.reportRoom({ receptionId: id, problem })
    } catch (error) {
      notifications.show({ color: 'red', title: 'Открытие комнаты не отмечено', message: faultHint(error) })
      return false
    }
    return problem === null || problem === 'atEntrance'
  }
}
