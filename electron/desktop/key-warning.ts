import type { MessageBoxOptions } from 'electron'
import type { SettingsFile } from '../host/settings.ts'

export interface KeyWarning {
  /** What is weak about where the key of the database is kept; null: nothing. */
  readonly warning: string | null
  readonly settings: SettingsFile
  readonly whenShown: Promise<unknown>
  readonly ask: (box: MessageBoxOptions) => Promise<unknown>
}

/**
 * Says it once, to whoever sets the workplace up, not every morning. Noted as said only after somebody closed the
 * question: one asked on a window that is not shown yet is seen by nobody.
 */
export async function tellKeyWarning({ warning, settings, whenShown, ask }: KeyWarning): Promise<void> {
  if (warning === null || settings.read().keyWarningShown === warning) return
  await whenShown
  const title = 'Видеоприём: ключ базы'
  await ask({ type: 'warning', title, message: 'Ключ базы', detail: warning, buttons: ['Понятно'] })
  settings.write({ keyWarningShown: warning })
}
