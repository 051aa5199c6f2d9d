import { rmSync } from 'node:fs'
import net from 'node:net'

/** Whether somebody listens on a local socket; false when it is missing or left over from a dead process. */
export function answers(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(path)
    const leave = (found: boolean): void => {
      socket.destroy()
      resolve(found)
    }
    socket.once('connect', () => leave(true))
    socket.once('error', () => leave(false))
  })
}

/** Removes what a dead process left; a named pipe goes with its process. */
export function removeLeftover(path: string): void {
  if (process.platform !== 'win32') rmSync(path, { force: true })
}

/** Listens on a local socket; rejects with EADDRINUSE when it is taken or left over. */
export function listenLocally(server: net.Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
