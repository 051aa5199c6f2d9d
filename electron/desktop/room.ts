import type { BaseWindow, Input, Session, WebContents, WebContentsView } from 'electron'
import type pino from 'pino'
import type { RoomFailure, RoomPageProblem, RoomRectangle, SessionKeyPress } from '../../shared/desktop/bridge.ts'
import type { ElectronApis } from './electron-apis.ts'
import { loadAborted } from './load-aborted.ts'
import { foreignPagePreferences } from './page-preferences.ts'

export interface RoomDeps {
  readonly WebContentsView: ElectronApis['WebContentsView']
  /** Of whoever works here now. */
  readonly session: () => Session
  readonly window: () => BaseWindow
  /** The address to load, or null: no meeting of Telemost (or the demonstration's stand-in). */
  readonly judgeAddress: (address: string) => string | null
  /** null: a key the room keeps. */
  readonly sessionKeyOf: (input: Input) => SessionKeyPress | null
  readonly takesKeyboard: (press: SessionKeyPress) => boolean
  readonly onSessionKey: (press: SessionKeyPress) => void
  /** Brings the keyboard back to the desk. */
  readonly focusDesk: () => void
  /** Every new page, before it loads. */
  readonly onPage: (contents: WebContents) => void
  /** Its page is there: the recorder may take picture and sound. */
  readonly onReady: () => void
  /** Its page could not be loaded, died and is loaded again, or closed itself. */
  readonly onFailed: (failure: RoomFailure) => void
  readonly nowMs: () => number
  readonly log: Pick<pino.Logger, 'warn' | 'error'>
}

/** The Telemost room inside the desk's window. It is never hidden while it lives: what is hidden may stop being drawn. */
export interface Room {
  open(address: string): void
  /** null = beneath the desk's page, where it goes on at its size. */
  place(rectangle: RoomRectangle | null): void
  focus(): void
  leave(): void
  /** Tells the failure nobody took yet once more. */
  askFailure(): void
  failureTold(): void
  contents(): WebContents | null
}

/** Until the page has told a place. */
const firstPlace = { x: 0, y: 0, width: 1280, height: 720 }

export function makeRoom(deps: RoomDeps): Room {
  const { WebContentsView, session, window, judgeAddress, sessionKeyOf, log } = deps
  let view: WebContentsView | null = null
  let place: RoomRectangle | null = null
  /** Kept until the workstation knows: the desk's page may be dead itself, or show another screen. */
  let untold: RoomFailure | null = null

  function settle(): void {
    if (!view || window().isDestroyed()) return
    const { contentView } = window()
    if (place) {
      view.setBounds(place)
      contentView.addChildView(view)
    } else contentView.addChildView(view, 0)
  }

  function fail(problem: RoomPageProblem): void {
    untold = { problem, atMs: untold?.atMs ?? deps.nowMs() }
    deps.onFailed(untold)
  }

  function make(): WebContentsView {
    const made = new WebContentsView({
      webPreferences: { ...foreignPagePreferences(session()), backgroundThrottling: false },
    })
    const { webContents } = made
    deps.onPage(webContents)
    webContents.on('did-finish-load', deps.onReady)
    webContents.on('did-fail-load', (_event, code, _description, _address, isMainFrame) => {
      if (!isMainFrame || code === loadAborted || view !== made) return
      log.warn({ code }, 'room page not loaded')
      fail('unreachable')
    })
    webContents.on('before-input-event', (event, input) => {
      if (isDeskKey(input)) {
        event.preventDefault()
        return deps.focusDesk()
      }
      const press = sessionKeyOf(input)
      if (!press) return
      event.preventDefault()
      // Before the desk hears of it: what the key opens there gets what is typed next.
      if (deps.takesKeyboard(press)) deps.focusDesk()
      deps.onSessionKey(press)
    })
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (view !== made || reason === 'clean-exit') return
      log.error({ reason }, 'room page died, loading it again')
      webContents.reload()
      fail('crashed')
    })
    // The page may say `window.close()` at the end of a meeting; what is left of it must not be spoken to.
    webContents.once('destroyed', () => {
      if (view !== made) return
      view = null
      log.warn('room page closed itself')
      deps.focusDesk()
      fail('pageClosed')
      // Not from within the end of the page: Electron is still taking it apart.
      setImmediate(() => {
        if (!window().isDestroyed()) window().contentView.removeChildView(made)
      })
    })
    made.setBounds(firstPlace)
    return made
  }

  return {
    open(address) {
      const judged = judgeAddress(address)
      if (judged === null) return log.warn('room refused: not an address of a meeting')
      untold = null
      view ??= make()
      settle()
      // Its rejection says what `did-fail-load` says.
      return void view.webContents.loadURL(judged).catch(() => undefined)
    },
    place(rectangle) {
      const isBeneathNow = place !== null && rectangle === null
      place = rectangle
      settle()
      // What nobody sees must not be typed into: a note about the citizen would go into the chat with the citizen.
      if (isBeneathNow && view?.webContents.isFocused()) deps.focusDesk()
    },
    focus: () => {
      if (place !== null) view?.webContents.focus()
    },
    leave() {
      untold = null
      const left = view
      if (!left) return
      const hadKeyboard = left.webContents.isFocused()
      view = null
      if (!window().isDestroyed()) window().contentView.removeChildView(left)
      left.webContents.close()
      if (hadKeyboard) deps.focusDesk()
    },
    askFailure() {
      if (untold) deps.onFailed(untold)
    },
    failureTold() {
      untold = null
    },
    contents: () => view?.webContents ?? null,
  }
}

const isDeskKey = ({ type, code, control, shift, alt, meta }: Input): boolean =>
  type === 'keyDown' && code === 'F6' && !control && !shift && !alt && !meta
