import { useState } from 'react'
import { useSession } from './session-context.tsx'
import { useOneAtATime } from './use-one-at-a-time.ts'
import { useRoom } from './use-room.ts'

/** «Открыть комнату»: one window, however often it is pressed, and the mark that it was opened. Null without a link. */
export function useOpeningRoom(): { open: (() => Promise<void>) | null; isOpening: boolean } {
  const { act } = useSession()
  const openRoom = useRoom()
  const oneAtATime = useOneAtATime()
  const [isOpening, setOpening] = useState(false)
  if (openRoom === null) return { open: null, isOpening }
  return {
    isOpening,
    open: async () => {
      await oneAtATime(async () => {
        setOpening(true)
        try {
          if (await openRoom()) await act({ kind: 'roomOpened' })
        } finally {
          setOpening(false)
        }
      })
    },
  }
}
