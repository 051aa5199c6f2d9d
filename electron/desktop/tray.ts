import { type Activity, idleActivity } from '../workplace/activity.ts'
import type { ElectronApis } from './electron-apis.ts'

export interface TrayDeps {
  readonly Tray: ElectronApis['Tray']
  readonly Menu: ElectronApis['Menu']
  readonly iconPath: string
  readonly showDesk: () => void
  readonly leave: () => void
}

/** The program beside the clock. Its words name no citizen: everybody who passes by sees them. */
export function makeTray({ Tray, Menu, iconPath, showDesk, leave }: TrayDeps): { show(activity: Activity): void } {
  const tray = new Tray(iconPath)
  tray.on('click', showDesk)
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Открыть «Видеоприём»', click: showDesk },
      { type: 'separator' },
      { label: 'Выйти', click: leave },
    ]),
  )
  const show = (activity: Activity): void => tray.setToolTip(trayWords(activity))
  show(idleActivity)
  return { show }
}

/** What the tray says of the work. */
export function trayWords({ receptionOpen, recording, alarm }: Activity): string {
  if (alarm !== null) return 'Видеоприём: запись требует внимания'
  if (recording) return 'Видеоприём: идёт запись'
  return receptionOpen ? 'Видеоприём: идёт приём' : 'Видеоприём'
}
