import type { PeerConnection } from './peer-connection.ts'

/**
 * The process behind the other end of a connection, by the answer of `netstat -ano -p TCP`. The word for the state is
 * the system's language, so it is not read: a connection nobody holds any more has the process 0.
 */
export function processInNetstat(answer: string, { ownPort, peerPort }: PeerConnection): number | null {
  const [local, remote] = [`127.0.0.1:${peerPort}`, `127.0.0.1:${ownPort}`]
  for (const line of answer.split(/\r?\n/)) {
    const cells = line.trim().split(/\s+/)
    if (cells[0] !== 'TCP' || cells[1] !== local || cells[2] !== remote) continue
    const processId = Number(cells.at(-1))
    return Number.isInteger(processId) && processId > 0 ? processId : null
  }
  return null
}
