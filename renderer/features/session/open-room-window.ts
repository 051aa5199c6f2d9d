import type { RoomProblem } from '../../../shared/equipment/room-problem.ts'

/** Longer than a proxy that asks around; a person waits no longer with a citizen at the other end. */
const answerWithinMs = 8_000

/**
 * Opens a room in a window of its own (browser host). `same-origin` of our Cross-Origin-Opener-Policy parts the two as soon
 * as the room is there, so nothing is heard of it afterwards; whether this browser reaches it is asked beside
 * (`mayAsk`: only where the policy of our pages lets us).
 */
export async function openRoomWindow(address: string, mayAsk: boolean): Promise<RoomProblem | null> {
  // First of all: a browser opens windows only within the press of a key.
  const opened = window.open(address, '_blank', 'popup,width=1280,height=800')
  if (opened === null) return 'windowBlocked'
  opened.opener = null
  return !mayAsk || (await isReached(address)) ? null : 'unreachable'
}

/** Any answer will do, be it a refusal: what is in it is not ours to read. */
async function isReached(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(answerWithinMs)
    await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', redirect: 'follow', signal })
    return true
  } catch {
    return false
  }
}
