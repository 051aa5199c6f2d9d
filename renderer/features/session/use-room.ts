import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { useSession } from './session-context.tsx'

/** Opens a Telemost room in a window of its own; `noopener` keeps the room away from this page. */
function openRoomWindow(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer,popup,width=1280,height=800')
}

/** Opens the room of this reception (in the demonstration its stand-in); null where no link was given yet. */
export function useRoom(): (() => void) | null {
  const { demonstrationRoomUrl } = useDesk()
  const { desktop } = useWorkstation()
  const { link } = useSession().detail.card
  const open = desktop ? desktop.room.open : openRoomWindow
  return link === null ? null : () => open(demonstrationRoomUrl ?? link)
}
