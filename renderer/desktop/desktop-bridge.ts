import { bridgeName, type DesktopBridge } from '../../shared/desktop/bridge.ts'

/** The desktop host's bridge; null in a browser. */
export function desktopBridge(): DesktopBridge | null {
  return (window as { [bridgeName]?: DesktopBridge })[bridgeName] ?? null
}
