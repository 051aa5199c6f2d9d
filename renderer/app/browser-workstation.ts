import { WebSocket as ReconnectingWebSocket } from 'partysocket'
import type { ProvenHost } from '../desktop/page-session.ts'
import type { Workstation } from './workstation.ts'
import { type ContractSocket, makeWorkstationOn } from './workstation-on.ts'

interface BrowserWorkstationDeps {
  /** `ws://127.0.0.1:port/rpc`; the page's cookie opens it. */
  readonly address: string
  readonly provenHost: ProvenHost
}

/** The workstation behind a WebSocket on loopback. */
export function makeBrowserWorkstation({ address, provenHost }: BrowserWorkstationDeps): Workstation {
  const socket = new ReconnectingWebSocket(() => provenHost().then(() => address), [], {
    minReconnectionDelay: 200,
    maxReconnectionDelay: 2_000,
    reconnectionDelayGrowFactor: 1.5,
  })
  // partysocket types readyState as a plain number; the values are the WebSocket's own.
  return makeWorkstationOn(socket as ContractSocket, null)
}
