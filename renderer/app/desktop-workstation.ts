import type { DesktopBridge } from '../../shared/desktop/bridge.ts'
import { makePortSocket } from '../desktop/port-socket.ts'
import type { Workstation } from './workstation.ts'
import { type ContractSocket, makeWorkstationOn } from './workstation-on.ts'

/** The workstation behind a port of the desktop host. */
export function makeDesktopWorkstation(bridge: DesktopBridge): Workstation {
  const socket = makePortSocket({ bridge, door: 'contract', arrivals: window })
  return makeWorkstationOn(socket as ContractSocket, bridge)
}
