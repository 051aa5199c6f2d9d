import type { Session, WebPreferences } from 'electron'

/** Of every page of ours: named, though most are defaults, so that a test can hold them. */
export function ownPagePreferences({
  session,
  preloadPath,
}: {
  readonly session: Session
  readonly preloadPath: string
}): WebPreferences {
  return { ...isolated, session, preload: preloadPath }
}

/** Of every page that is not ours: no preload, so that nothing of ours can be reached from it. */
export function foreignPagePreferences(session: Session): WebPreferences {
  return { ...isolated, session }
}

const isolated = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  // Whoever can open them sees every citizen of the page's memory; a developer has the browser host.
  devTools: false,
} satisfies WebPreferences
