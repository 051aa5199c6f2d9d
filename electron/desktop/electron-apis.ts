import type * as Electron from 'electron'

/**
 * The parts of Electron the shell uses. Nothing below electron/desktop/ imports the module itself: main.ts hands the real
 * one over, tests a typed stand-in (tests/fixtures/electron/).
 */
export type ElectronApis = Pick<
  typeof Electron,
  | 'app'
  | 'BaseWindow'
  | 'BrowserWindow'
  | 'crashReporter'
  | 'desktopCapturer'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'Notification'
  | 'powerMonitor'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'Tray'
  | 'utilityProcess'
  | 'webContents'
  | 'WebContentsView'
>
