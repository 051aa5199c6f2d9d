import { useEffect, useRef } from 'react'
import type { RoomBridge } from '../../../shared/desktop/bridge.ts'
import classes from './room-place.module.css'
import { watchRoomPlace } from './watch-room-place.ts'

/**
 * Where the Telemost room stands inside the desk's window (desktop host). The room is a view of its own above this page:
 * the page only tells its place, and takes it beneath itself while a dialog must be seen.
 */
export function RoomPlace({ room }: { room: RoomBridge }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? watchRoomPlace(place.current, room) : undefined), [room])
  return (
    <div ref={place} className={classes.place}>
      <p className={classes.message}>Комната Телемоста появится здесь. F6 — перейти в комнату и обратно</p>
    </div>
  )
}
