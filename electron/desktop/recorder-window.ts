import type { BrowserWindow, Session, WebContents } from 'electron'
import type pino from 'pino'
import type { ElectronApis } from './electron-apis.ts'
import { ownPagePreferences } from './page-preferences.ts'
import { ownOrigin } from './security/own-pages.ts'

export interface RecorderWindowDeps {
  readonly BrowserWindow: ElectronApis['BrowserWindow']
  readonly session: Session
  readonly preloadPath: string
  /** The room is there: its picture and sound may be taken. */
  readonly isRoomReady: () => boolean
  /** Every new page, before it loads. */
  readonly onPage: (contents: WebContents) => void
  readonly log: Pick<pino.Logger, 'error'>
}

/** The recorder's own window: hidden, alive as long as the program, never throttled. */
export interface RecorderWindow {
  /** Makes it where there is none, hidden. */
  ensure(): void
  /** For a person who wants to choose a microphone: the window is shown, or made first. */
  open(): void
  /** Takes the room's picture and sound, as if the person had pressed the button. */
  chooseRoom(): void
  close(): void
}

/**
 * A page may capture only after a press of a person. Here the person pressed «Открыть комнату» in the desk, and the
 * host hands that press on to the recorder's own button; what is captured is decided by display-media.ts alone.
 */
const pressChooseRoom = 'document.getElementById("again").click()'

export function makeRecorderWindow(deps: RecorderWindowDeps): RecorderWindow {
  const { BrowserWindow, session, preloadPath, isRoomReady, onPage, log } = deps
  let current: BrowserWindow | null = null

  function chooseRoom(): void {
    if (!current || current.isDestroyed() || !isRoomReady()) return
    current.webContents.executeJavaScript(pressChooseRoom, true).catch(error => {
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'room not offered to the recorder')
    })
  }

  function make(): BrowserWindow {
    const window = new BrowserWindow({
      show: false,
      width: 440,
      height: 560,
      title: 'Видеоприём: запись',
      autoHideMenuBar: true,
      webPreferences: { ...ownPagePreferences({ session, preloadPath }), backgroundThrottling: false },
    })
    current = window
    onPage(window.webContents)
    // Closed by habit it would end the recording; it goes with the program.
    window.on('close', event => {
      if (current !== window) return
      event.preventDefault()
      window.hide()
    })
    window.once('closed', () => {
      if (current === window) current = null
    })
    window.webContents.on('did-finish-load', chooseRoom)
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (current !== window || reason === 'clean-exit') return
      log.error({ reason }, 'recorder page died, opening another')
      current = null
      window.destroy()
      make()
    })
    // Destroyed while it loads, or its file cannot be read: the next wish for it makes another.
    window.loadURL(`${ownOrigin}/recorder`).catch(error => {
      if (current !== window) return
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'recorder page not loaded')
      current = null
      if (!window.isDestroyed()) window.destroy()
    })
    return window
  }

  return {
    ensure: () => void (current ?? make()),
    open() {
      if (!current) return void make()
      current.show()
      return chooseRoom()
    },
    chooseRoom,
    close() {
      const window = current
      current = null
      window?.destroy()
    },
  }
}
