import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron'

/** The window above all others that the desk opens for its panel and fills itself, in the place of Document PiP. */
export interface PanelWindows {
  /** How it looks; what it may do is decided where it is let through (security/harden.ts). */
  looks(): BrowserWindowConstructorOptions
  /** It was opened: it goes with the page that opened it. */
  opened(window: BrowserWindow, opener: WebContents): void
}

/** No name of a citizen, whatever the page calls itself: a title is seen in the list of windows. */
const title = 'Видеоприём: панель'

/** As the desk's page asks for it (renderer/features/session/panel). */
const size = { width: 360, height: 250 }
const fromEdge = 16

export interface PanelWindowsDeps {
  readonly iconPath: string
  /** What may be covered of the display the desk stands on. */
  readonly workArea: () => Rectangle
}

export function makePanelWindows({ iconPath, workArea }: PanelWindowsDeps): PanelWindows {
  return {
    looks() {
      const area = workArea()
      return {
        ...{ title, icon: iconPath, alwaysOnTop: true, minimizable: false, maximizable: false },
        // Without a parent: it has to stay where the desk is put aside. In the corner: the citizen is in the middle.
        ...size,
        x: area.x + area.width - size.width - fromEdge,
        y: area.y + area.height - size.height - fromEdge,
        show: false,
      }
    },
    opened(window, opener) {
      // Whoever had the keyboard keeps it: what is being typed is meant for the room or a note.
      window.showInactive()
      // Asked of a window not yet shown, X11 forgets it.
      window.setAlwaysOnTop(true)
      window.on('page-title-updated', event => event.preventDefault())
      const close = (): void => {
        if (!window.isDestroyed()) window.destroy()
      }
      // Whoever filled it is gone, and nothing in it would be true any more.
      opener.once('render-process-gone', close)
      opener.once('did-navigate', close)
      opener.once('destroyed', close)
      window.once('closed', () => {
        if (opener.isDestroyed()) return
        opener.removeListener('render-process-gone', close)
        opener.removeListener('did-navigate', close)
        opener.removeListener('destroyed', close)
      })
    },
  }
}
