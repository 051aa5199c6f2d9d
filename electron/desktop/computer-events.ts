import type { ComputerEvent } from '../workplace/computer-event.ts'
import type { ElectronApis } from './electron-apis.ts'

/** Tells what happens to the computer; the workstation writes it down beside everything else that happened. */
export function watchComputer(powerMonitor: ElectronApis['powerMonitor'], tell: (event: ComputerEvent) => void): void {
  powerMonitor.on('suspend', () => tell('computerSuspended'))
  powerMonitor.on('resume', () => tell('computerResumed'))
  powerMonitor.on('lock-screen', () => tell('screenLocked'))
  powerMonitor.on('unlock-screen', () => tell('screenUnlocked'))
  // Windows tells it to windows instead (query-session-end, desk-window.ts).
  powerMonitor.on('shutdown', () => tell('computerShutDown'))
}
