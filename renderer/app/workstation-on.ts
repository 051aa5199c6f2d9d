import { createORPCClient } from '@orpc/client'
import { ClientRetryPlugin, type ClientRetryPluginContext } from '@orpc/client/plugins'
import { RPCLink } from '@orpc/client/websocket'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { makeLiveStore } from './live-store.ts'
import { unwrapCalls } from './unwrap-calls.ts'
import { watchAnnouncements } from './watch-announcements.ts'
import type { ContractClient, Workstation } from './workstation.ts'

/** A wire to the contract's door that comes back by itself after a cut: a WebSocket, or a port dressed as one. */
export type ContractSocket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>

/** The workstation behind such a wire; hosts differ in the wire and in their bridge only. */
export function makeWorkstationOn(socket: ContractSocket, desktop: Workstation['desktop']): Workstation {
  const live = makeLiveStore()
  socket.addEventListener('open', () => live.change({ connection: 'open' }))
  socket.addEventListener('close', () => {
    if (live.get().connection === 'open') live.change({ connection: 'lost' })
  })
  const link = new RPCLink<ClientRetryPluginContext>({
    websocket: socket,
    plugins: [new ClientRetryPlugin({ default: { retryDelay: 300 } })],
  })
  const client: ContractClient = createORPCClient(link)
  const calls = unwrapCalls(client)
  return {
    calls,
    queries: createTanstackQueryUtils(calls),
    live,
    watch: listener => watchAnnouncements({ client, live, listener }),
    desktop,
  }
}
