import { useDesk } from '../../app/desk.tsx'
import { useSession } from './session-context.tsx'

/** Opens a Telemost room in a window of its own; `noopener` keeps the room away from this page. */
function openRoomWindow(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer,popup,width=1280,height=800')
}

/** Opens the room of this reception (in the demonstration its stand-in); null where no link was given yet. */
export function useRoom(): (() => void) | null {
  const { demonstrationRoomUrl } = useDesk()
  const { link } = useSession().detail.card
  return link === null ? null : () => openRoomWindow(demonstrationRoomUrl ?? link)
}
