import type { BaseWindow } from 'electron'
import type { ElectronApis } from './electron-apis.ts'

export interface SharedWindow {
  readonly id: string
  readonly name: string
}

export interface ShareMenuDeps {
  readonly Menu: ElectronApis['Menu']
  readonly window: () => BaseWindow
}

/**
 * Asks which single window the citizen is to see. A menu of the system: it needs no page, is drawn above the room, and
 * is left by Esc. null: nothing is shown.
 */
export function makeShareMenu({
  Menu,
  window,
}: ShareMenuDeps): (windows: readonly SharedWindow[]) => Promise<SharedWindow | null> {
  return windows =>
    new Promise(resolve => {
      const menu = Menu.buildFromTemplate([
        {
          label: windows.length > 0 ? 'Показать гражданину окно:' : 'Нет окон, которые можно показать',
          enabled: false,
        },
        ...windows.map(shared => ({ label: menuText(shared.name), click: () => resolve(shared) })),
        { type: 'separator' as const },
        { label: 'Ничего не показывать', click: () => resolve(null) },
      ])
      // Closes before the click of an item is told: the item wins, this is the way out by Esc.
      menu.popup({ window: window(), callback: () => setTimeout(() => resolve(null), 0) })
    })
}

/** `&` marks a letter of a menu; a window's title must not. */
const menuText = (name: string): string => name.replaceAll('&', '&&')
