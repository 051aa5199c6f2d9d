import { desktopBridge } from './desktop-bridge.ts'

/**
 * Brings this page before all other windows, the keyboard with it. A page of a browser may do so for itself; between
 * windows of the desktop only the host can.
 */
export function bringToFront(): void {
  desktopBridge()?.toFront()
  window.focus()
}
