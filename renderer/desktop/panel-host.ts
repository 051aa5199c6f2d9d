import { panelFrameName } from '../../shared/desktop/bridge.ts'

/**
 * On the desktop a window of the host stands in for Document PiP: Electron 25 lacks it, newer ones name it and open
 * nothing. The page cannot tell the two apart.
 */
export function offerPanelWindow(page: Window): void {
  Object.defineProperty(page, 'documentPictureInPicture', {
    configurable: true,
    value: {
      async requestWindow({ width, height }: { readonly width: number; readonly height: number }): Promise<Window> {
        const opened = page.open('about:blank', panelFrameName, `popup,width=${width},height=${height}`)
        if (!opened) throw new Error('The host opened no window')
        return opened
      },
    },
  })
}
