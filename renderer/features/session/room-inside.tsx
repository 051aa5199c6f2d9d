import { useEffect } from 'react'
import type { DesktopBridge } from '../../../shared/desktop/bridge.ts'
import { isOver } from '../../../shared/reception/state.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

/**
 * The room inside the desk's window (desktop host): the session's keys work while it has the keyboard, F6 goes over to
 * it, and it is left when the reception is over, or at once after abuse.
 */
export function RoomInside({ desktop }: { desktop: DesktopBridge }) {
  const { calls } = useWorkstation()
  const { id, state } = useSession().detail.card
  const { step, facts } = state
  // After abuse the room is left first of all, the writing comes later (п. 3.12).
  // A citizen received at another workplace would hear this one too.
  const isElsewhere = step.name === 'scheduled' && facts.otherWorkplace !== null
  const isToBeLeft = isOver(step) || isElsewhere || facts.interruption?.ground === 'abuse'
  useSessionKey('F6', desktop.room.focus, !isToBeLeft)
  useEffect(
    () =>
      desktop.onSessionKey(press => {
        document.documentElement.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true }))
      }),
    [desktop],
  )
  useEffect(
    () =>
      desktop.room.onFailed(
        failure =>
          void calls.equipment.reportRoom({ receptionId: id, ...failure }).then(
            () => desktop.room.failureTold(),
            // Kept by the host, and told to the next who listens.
            () => undefined,
          ),
      ),
    [desktop, calls, id],
  )
  useEffect(() => {
    if (isToBeLeft) desktop.room.leave()
  }, [desktop, isToBeLeft])
  return null
}
