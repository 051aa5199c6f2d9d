import type { BaseWindow, Rectangle, Session, WebContents } from 'electron'
import type { SessionKeyPress } from '../../shared/desktop/bridge.ts'
import { channels } from '../../shared/desktop/channels.ts'
import type { ElectronApis } from './electron-apis.ts'
import { ownPagePreferences } from './page-preferences.ts'
import { ownOrigin } from './security/own-pages.ts'

export interface DeskWindowDeps {
  readonly BaseWindow: ElectronApis['BaseWindow']
  readonly WebContentsView: ElectronApis['WebContentsView']
  readonly session: Session
  readonly preloadPath: string
  readonly iconPath: string
  readonly bounds: Rectangle
  readonly maximized: boolean
  /** Every new page, before it loads. */
  readonly onPage: (contents: WebContents) => void
  /** Its place changed: worth remembering. */
  readonly onMoved: (window: BaseWindow) => void
  /** The person closes it; the answer is whether it may go. */
  readonly mayClose: () => boolean
  /** The system wants to end the session (Windows); the answer is whether it may. */
  readonly mayEndSession: () => boolean
  /** It ends it. */
  readonly onSessionEnd: () => void
}

/** The desk: one page that fills its window, and the room as a view above or beneath it. */
export interface DeskWindow {
  readonly window: BaseWindow
  readonly page: WebContents
  show(): void
  sendKey(press: SessionKeyPress): void
  sendRoomFailed(): void
}

export function openDeskWindow(deps: DeskWindowDeps): DeskWindow {
  const { BaseWindow, WebContentsView, session, preloadPath, bounds } = deps
  const window = new BaseWindow({
    ...bounds,
    show: false,
    minWidth: 1024,
    minHeight: 640,
    // No name of a citizen, whatever the page calls itself.
    title: 'Видеоприём',
    icon: deps.iconPath,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
  })
  const view = new WebContentsView({ webPreferences: ownPagePreferences({ session, preloadPath }) })
  const page = view.webContents
  deps.onPage(page)
  window.contentView.addChildView(view)
  const fill = (): void => {
    const { width, height } = window.getContentBounds()
    view.setBounds({ x: 0, y: 0, width, height })
  }
  fill()
  window.on('resize', fill)
  // `moved` and `resized`, told once at the end, are not told on Linux.
  const moved = (): void => deps.onMoved(window)
  window.on('move', moved).on('resize', moved).on('maximize', moved).on('unmaximize', moved)
  window.on('close', event => {
    if (!deps.mayClose()) event.preventDefault()
  })
  window.on('query-session-end', event => {
    if (!deps.mayEndSession()) event.preventDefault()
  })
  window.on('session-end', deps.onSessionEnd)
  page.on('render-process-gone', (_event, { reason }) => {
    // The reception and its recording go on without it.
    if (reason !== 'clean-exit') page.reload()
  })
  page.once('did-finish-load', () => {
    if (deps.maximized) window.maximize()
    window.show()
  })
  void page.loadURL(`${ownOrigin}/`)
  return {
    window,
    page,
    show() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      page.focus()
    },
    sendKey: press => page.send(channels.sessionKey, press),
    sendRoomFailed: () => page.send(channels.roomFailed),
  }
}
