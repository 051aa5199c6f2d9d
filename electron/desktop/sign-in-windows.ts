import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { ElectronApis } from './electron-apis.ts'
import { loadAborted } from './load-aborted.ts'
import type { SecurityLog } from './security/security-log.ts'

export interface SignInWindowsDeps {
  readonly dialog: Pick<ElectronApis['dialog'], 'showMessageBox'>
  /** The desk, on which they stand; null where it is gone. */
  readonly parent: () => BrowserWindowConstructorOptions['parent'] | null
  readonly iconPath: string
  /** Whether such a window may be at this address. */
  readonly mayOpen: (address: string) => boolean
  readonly log: SecurityLog
}

/** The windows in which a specialist signs in at Yandex for the room. */
export interface SignInWindows {
  /** How the next one looks; what it may do is decided where it is let through (security/harden.ts). */
  looks(): BrowserWindowConstructorOptions
  /** It was opened: it says where it is, and what happened where nothing came. */
  opened(window: BrowserWindow): void
}

const plainTitle = 'Вход в Телемост'

export function makeSignInWindows({ dialog, parent, iconPath, mayOpen, log }: SignInWindowsDeps): SignInWindows {
  return {
    looks() {
      const standsOn = parent()
      return { title: plainTitle, icon: iconPath, width: 520, height: 720, ...(standsOn ? { parent: standsOn } : {}) }
    },
    opened(window) {
      const page = window.webContents
      let isAsked = false
      window.setTitle(plainTitle)
      // Not what the page calls itself: there is no address bar, and a password is given to this very host.
      window.on('page-title-updated', event => event.preventDefault())
      page.on('did-navigate', (_event, address) => {
        const host = hostOf(address)
        window.setTitle(host === null ? plainTitle : `${plainTitle}: ${host}`)
      })
      const ask = async (code: number | string, address: string): Promise<void> => {
        log.warn({ code }, 'sign-in page not loaded')
        if (isAsked || window.isDestroyed()) return
        isAsked = true
        const { response } = await dialog.showMessageBox(window, {
          type: 'warning',
          title: `${plainTitle}: страница не открылась`,
          message: 'Страница входа не открылась',
          detail: [
            `Сервер: ${hostOf(address) ?? 'не назван'}. Возможны сеть, имя сервера, прокси или сертификат.`,
            'Приём и запись не затронуты. Если встреча пускает гостей, в комнату можно войти и без входа в Яндекс.',
          ].join('\n'),
          buttons: ['Повторить', 'Закрыть'],
          defaultId: 0,
          cancelId: 1,
        })
        isAsked = false
        if (window.isDestroyed()) return
        if (response !== 0) return window.close()
        // Its rejection says what `did-fail-load` says.
        if (mayOpen(address)) page.loadURL(address).catch(() => undefined)
        else page.reload()
      }
      page.on('did-fail-load', (_event, code, _description, address, isMainFrame) => {
        if (isMainFrame && code !== loadAborted) void ask(code, address)
      })
      page.on('render-process-gone', (_event, { reason }) => {
        if (reason !== 'clean-exit') void ask(reason, page.getURL())
      })
    },
  }
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname || null
  } catch {
    return null
  }
}
