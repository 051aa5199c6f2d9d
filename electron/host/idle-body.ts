import type { IncomingMessage } from 'node:http'

export const usualBodyIdleMs = 30_000

/**
 * Ends a request whose body stands still. What counts is the pause, not the whole: eight gigabytes of a recording take
 * their time, and a bound on all of it would cut them off.
 */
export function endIdleBody(request: IncomingMessage, idleMs = usualBodyIdleMs): void {
  const { socket } = request
  const cut = (): void => void request.destroy()
  socket.setTimeout(idleMs, cut)
  // The connection may be used again, and waits then for whatever comes.
  request.once('close', () => socket.off('timeout', cut).setTimeout(0))
}
