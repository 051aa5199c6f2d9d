import type { App, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { PanelWindows } from '../panel-windows.ts'
import type { SignInWindows } from '../sign-in-windows.ts'
import { judgeNavigation, judgeWindowOpen, type RefusedAddress } from './navigation.ts'
import { siteOf } from './plain-link.ts'
import type { RoomRules } from './room-hosts.ts'
import type { SecurityLog } from './security-log.ts'
import type { Surfaces } from './surfaces.ts'

interface HardenDeps {
  readonly app: Pick<App, 'on'>
  readonly surfaces: Surfaces
  readonly rules: RoomRules
  readonly signInWindows: SignInWindows
  readonly panelWindows: PanelWindows
  readonly log: SecurityLog
}

/** A window a page opened: its opener's session, and not one thing more than a plain web page has. */
const plainWindow = {
  autoHideMenuBar: true,
  fullscreenable: false,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: false,
  },
} satisfies BrowserWindowConstructorOptions

/**
 * Puts the guards on every web contents there will ever be, before it is named: the question who it is, is asked when
 * something happens, and who is nobody may do nothing.
 */
export function hardenWebContents(deps: HardenDeps): void {
  deps.app.on('web-contents-created', (_event, contents) => guard(contents, deps))
}

function guard(contents: WebContents, { surfaces, rules, signInWindows, panelWindows, log }: HardenDeps): void {
  const tell = (what: string, { reason, site }: Pick<RefusedAddress, 'site'> & { reason: string }): void =>
    log.warn({ reason, site, surface: surfaces.surfaceOf(contents) }, `${what} refused`)

  function judge(event: { preventDefault(): void }, url: string, what: string): void {
    const surface = surfaces.surfaceOf(contents)
    const verdict = surface ? judgeNavigation(url, surface, rules) : nobody(url)
    if (verdict.open === 'here') return
    event.preventDefault()
    tell(what, verdict)
  }

  contents.on('will-navigate', event => judge(event, event.url, 'navigation'))
  contents.on('will-redirect', event => {
    if (event.isMainFrame) judge(event, event.url, 'redirect')
    else refuseInsideFrame(event, 'redirect')
  })
  contents.on('will-frame-navigate', event => {
    // Told for the main frame too, beside will-navigate.
    if (event.isMainFrame) judge(event, event.url, 'navigation')
    else refuseInsideFrame(event, 'frame')
  })

  /**
   * No frame of our own pages goes anywhere. One without an address (`srcdoc`) asks nobody: it is the page's own text
   * under the page's own policy, without a bridge. What the room embeds may only reach what the request filter lets
   * through.
   */
  function refuseInsideFrame(event: { preventDefault(): void; readonly url: string }, what: string): void {
    const surface = surfaces.surfaceOf(contents)
    const isWeb = event.url.startsWith('https://') || event.url === 'about:blank' || event.url === 'about:srcdoc'
    if ((surface === 'room' || surface === 'signIn') && isWeb) return
    event.preventDefault()
    tell(what, { reason: 'frame', site: siteOf(event.url) })
  }

  contents.setWindowOpenHandler(({ url, frameName }) => {
    const surface = surfaces.surfaceOf(contents)
    const verdict = surface ? judgeWindowOpen({ url, frameName }, surface, rules) : nobody(url)
    if (verdict.open === 'nowhere') {
      tell('window', verdict)
      return { action: 'deny' }
    }
    const looks = verdict.open === 'panel' ? panelWindows.looks() : signInWindows.looks()
    return { action: 'allow', overrideBrowserWindowOptions: { ...looks, ...plainWindow } }
  })
  contents.on('did-create-window', window => {
    window.removeMenu()
    // The panel stays nobody: it goes nowhere, opens nothing and is given nothing.
    if (surfaces.surfaceOf(contents) === 'own') return panelWindows.opened(window, contents)
    surfaces.name(window.webContents, 'signIn')
    signInWindows.opened(window)
  })
  contents.on('will-attach-webview', event => {
    event.preventDefault()
    tell('webview', { reason: 'webview', site: 'webview' })
  })
}

const nobody = (url: string): { open: 'nowhere'; reason: string; site: string } => ({
  open: 'nowhere',
  reason: 'unnamed',
  site: siteOf(url),
})
