import { createORPCClient } from '@orpc/client'
import { ClientRetryPlugin, type ClientRetryPluginContext } from '@orpc/client/plugins'
import { RPCLink } from '@orpc/client/websocket'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { WebSocket as ReconnectingWebSocket } from 'partysocket'
import { makeLiveStore } from './live-store.ts'
import { unwrapCalls } from './unwrap-calls.ts'
import { watchAnnouncements } from './watch-announcements.ts'
import type { ContractClient, Workstation } from './workstation.ts'

interface BrowserWorkstationDeps {
  /** `ws://127.0.0.1:port/rpc`; the page's cookie opens it. */
  readonly address: string
}

/** The workstation behind a WebSocket on loopback; the socket comes back by itself after a cut. */
export function makeBrowserWorkstation({ address }: BrowserWorkstationDeps): Workstation {
  const live = makeLiveStore()
  const socket = new ReconnectingWebSocket(address, [], {
    minReconnectionDelay: 200,
    maxReconnectionDelay: 2_000,
    reconnectionDelayGrowFactor: 1.5,
  })
  socket.addEventListener('open', () => live.change({ connection: 'open' }))
  socket.addEventListener('close', () => {
    if (live.get().connection === 'open') live.change({ connection: 'lost' })
  })
  const link = new RPCLink<ClientRetryPluginContext>({
    // partysocket types readyState as a plain number; the values are the WebSocket's own.
    websocket: socket as Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>,
    plugins: [new ClientRetryPlugin({ default: { retryDelay: 300 } })],
  })
  const client: ContractClient = createORPCClient(link)
  const calls = unwrapCalls(client)
  return {
    calls,
    queries: createTanstackQueryUtils(calls),
    live,
    watch: listener => watchAnnouncements({ client, live, listener }),
  } satisfies Workstation
}

/** Address of the contract's socket on the host that served this page. */
export function contractAddress(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/rpc`
}
