import type { Activity } from '../workplace/activity.ts'
import { idleActivity } from '../workplace/activity.ts'
import type { ElectronApis } from './electron-apis.ts'

export interface ActivitySignsDeps {
  readonly powerSaveBlocker: ElectronApis['powerSaveBlocker']
  readonly Notification: ElectronApis['Notification']
  readonly isDeskFocused: () => boolean
  readonly showDesk: () => void
  /** Attention in the taskbar, until the window is looked at. */
  readonly flashDesk: (on: boolean) => void
  readonly showInTray: (activity: Activity) => void
}

/** What the computer itself shows of the work: it stays awake, and an alarm is seen from any program. */
export interface ActivitySigns {
  show(activity: Activity): void
  /** As shown last. */
  activity(): Activity
}

export function makeActivitySigns(deps: ActivitySignsDeps): ActivitySigns {
  const { powerSaveBlocker, Notification, isDeskFocused, showDesk, flashDesk, showInTray } = deps
  let shown = idleActivity
  let blockerId: number | null = null

  function keepAwake(awake: boolean): void {
    if (awake && blockerId === null) blockerId = powerSaveBlocker.start('prevent-display-sleep')
    if (!awake && blockerId !== null) {
      powerSaveBlocker.stop(blockerId)
      blockerId = null
    }
  }

  function callAttention(): void {
    if (isDeskFocused()) return
    flashDesk(true)
    if (!Notification.isSupported()) return
    // No name and no topic: it stands on a screen the citizen may see. Silent: the loudspeaker may reach the citizen.
    const notification = new Notification({
      title: 'Видеоприём',
      body: 'Запись требует внимания. Откройте окно программы.',
      silent: true,
    })
    notification.on('click', showDesk)
    notification.show()
  }

  return {
    show(activity) {
      const before = shown
      shown = activity
      keepAwake(activity.receptionOpen || activity.recording)
      showInTray(activity)
      if (activity.alarm === null) flashDesk(false)
      else if (activity.alarm !== before.alarm) callAttention()
    },
    activity: () => shown,
  }
}
