import type { PageDoor } from '../../../shared/desktop/bridge.ts'
import { recorderLinkPath, rehearsalLinkPath } from '../../../shared/recording/recorder-link.ts'
import { desktopBridge } from '../../desktop/desktop-bridge.ts'
import { provenHost } from '../../desktop/page-session.ts'
import { makePortSocket } from '../../desktop/port-socket.ts'
import { socketAddress } from '../../desktop/socket-address.ts'
import { portTransport } from './port-transport.ts'
import { socketTransport } from './socket-transport.ts'
import type { ConnectTransport } from './transport.ts'

const paths = { recorder: recorderLinkPath, rehearsal: rehearsalLinkPath } as const satisfies Partial<
  Record<PageDoor, string>
>

/** A recorder's wire to one of the workstation's doors, of the kind the host of this page has. */
export function connectWorkstation(door: keyof typeof paths): ConnectTransport {
  const bridge = desktopBridge()
  return bridge
    ? portTransport(() => makePortSocket({ bridge, door, arrivals: window }))
    : socketTransport(socketAddress(window.location, paths[door]), provenHost())
}
