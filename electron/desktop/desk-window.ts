import type { BaseWindow, Rectangle, Session, WebContents } from 'electron'
import type { RoomFailure, RoomRectangle, SessionKeyPress } from '../../shared/desktop/bridge.ts'
import { channels } from '../../shared/desktop/channels.ts'
import { letZoom } from './desk-zoom.ts'
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
  /** The person closes it. It stays: what still speaks to it would find it destroyed; the program ends as a whole. */
  readonly onCloseAsked: () => void
  /** It was minimised: nothing of it is drawn any more, the room inside it included. */
  readonly onMinimized: () => void
  /** The system wants to end the session (Windows); the answer is whether it may. */
  readonly mayEndSession: () => boolean
  /** It ends it. */
  readonly onSessionEnd: () => void
}

/** The desk: one page that fills its window, and the room as a view above or beneath it. What is gone does nothing. */
export interface DeskWindow {
  readonly window: BaseWindow
  /** Resolves when it stands on the screen: a question asked before would be seen by nobody and disable it. */
  readonly whenShown: Promise<void>
  show(): void
  /** Away from the screen and still drawn. */
  putAside(): void
  isFocused(): boolean
  flash(on: boolean): void
  /** Gives its page the keyboard. */
  focusPage(): void
  /** A place its page tells in its own pixels, in those of the window. */
  onWindow(rectangle: RoomRectangle): RoomRectangle
  sendKey(press: SessionKeyPress): void
  sendRoomFailed(failure: RoomFailure): void
  /** For the end of the program. */
  destroy(): void
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
  letZoom(page)
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
    event.preventDefault()
    deps.onCloseAsked()
  })
  window.on('minimize', deps.onMinimized)
  window.on('query-session-end', event => {
    if (!deps.mayEndSession()) event.preventDefault()
  })
  window.on('session-end', deps.onSessionEnd)
  page.on('render-process-gone', (_event, { reason }) => {
    // The reception and its recording go on without it.
    if (reason !== 'clean-exit') page.reload()
  })
  const shown = Promise.withResolvers<void>()
  window.once('show', () => shown.resolve())
  // A page that could not be loaded is shown as well: a program without any window looks like one that did not start.
  const showFirst = (): void => {
    if (window.isDestroyed() || window.isVisible()) return
    if (deps.maximized) window.maximize()
    window.show()
  }
  page.once('did-finish-load', showFirst).once('did-fail-load', showFirst)
  // Its rejection says what `did-fail-load` says.
  page.loadURL(`${ownOrigin}/`).catch(() => undefined)
  let asideFrom: Rectangle | null = null
  const whereAlive = (act: () => void): void => {
    if (!window.isDestroyed() && !page.isDestroyed()) act()
  }
  return {
    window,
    whenShown: shown.promise,
    show: () =>
      whereAlive(() => {
        if (window.isMinimized()) window.restore()
        window.show()
        // A window that comes back is placed anew by many a manager, half off the display.
        if (asideFrom) window.setBounds(asideFrom)
        asideFrom = null
        window.focus()
        page.focus()
      }),
    putAside: () =>
      whereAlive(() => {
        if (window.isMinimized()) window.restore()
        asideFrom = window.isMaximized() ? null : window.getBounds()
        window.hide()
      }),
    isFocused: () => !window.isDestroyed() && window.isFocused(),
    flash: on => whereAlive(() => window.flashFrame(on)),
    focusPage: () => whereAlive(() => page.focus()),
    onWindow({ x, y, width, height }) {
      const factor = page.isDestroyed() ? 1 : page.getZoomFactor()
      const scaled = (side: number): number => Math.round(side * factor)
      return { x: scaled(x), y: scaled(y), width: scaled(width), height: scaled(height) }
    },
    sendKey: press => whereAlive(() => page.send(channels.sessionKey, press)),
    sendRoomFailed: failure => whereAlive(() => page.send(channels.roomFailed, failure)),
    destroy: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
