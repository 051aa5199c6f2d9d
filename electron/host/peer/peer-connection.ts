/** An accepted loopback connection as the system's tables name it, seen from our end. */
export interface PeerConnection {
  readonly ownPort: number
  readonly peerPort: number
}

/** Of a `net.Socket`, what it knows of its two ends. */
interface SocketEnds {
  readonly localAddress?: string | undefined
  readonly localPort?: number | undefined
  readonly remoteAddress?: string | undefined
  readonly remotePort?: number | undefined
}

/** The ports of an accepted socket; null where it is no loopback connection of IPv4, or is gone already. */
export function peerConnection({
  localAddress,
  localPort,
  remoteAddress,
  remotePort,
}: SocketEnds): PeerConnection | null {
  if (localAddress !== '127.0.0.1' || remoteAddress !== '127.0.0.1') return null
  if (localPort === undefined || remotePort === undefined) return null
  return { ownPort: localPort, peerPort: remotePort }
}
