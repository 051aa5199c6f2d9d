import type { PeerConnection } from './peer-connection.ts'

/** TCP_ESTABLISHED of the kernel's tables. */
const established = '01'
/** Rows below the heading: slot, local, remote, state, queues, timer, retransmits, uid, timeout, inode, … */
const column = { local: 1, remote: 2, state: 3, uid: 7, inode: 9 } as const

/**
 * The user who holds the other end of a connection, read from `/proc/net/tcp` and, for a client that speaks IPv4 through
 * a socket of IPv6, `/proc/net/tcp6`. null where the row says nobody: a socket without an inode was let go of, and the
 * kernel shows such a one as root's.
 */
export function ownerInLinuxTable(table: string, { ownPort, peerPort }: PeerConnection): number | null {
  const [local, remote] = [endpointOf(peerPort), endpointOf(ownPort)]
  for (const line of table.split('\n').slice(1)) {
    // Cheap first: the table holds the sockets of the whole computer.
    if (!line.includes(local)) continue
    const cells = line.trim().split(/\s+/)
    if (!cells[column.local]?.endsWith(local) || !cells[column.remote]?.endsWith(remote)) continue
    const uid = Number(cells[column.uid])
    const isHeld = cells[column.state] === established && cells[column.inode] !== '0'
    return isHeld && Number.isInteger(uid) ? uid : null
  }
  return null
}

/**
 * 127.0.0.1 in either table: four bytes in the order of the processor, after `::ffff:` where the socket is one of IPv6.
 * Every processor we run on is little-endian.
 */
const endpointOf = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
