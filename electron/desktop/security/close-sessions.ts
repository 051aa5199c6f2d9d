import type { App, Session } from 'electron'
import { refuseDisplayMedia } from './display-media.ts'
import { refusePermissions } from './permission-handlers.ts'
import { switchSpellCheckerOff } from './spell-checker.ts'

/**
 * Closes every session there is and will be: the default one, the updater's, whatever a library makes. Electron grants
 * by default what nobody decides. The two sessions we use are opened again by their own configuration, so this comes
 * first. Requests are not filtered here: the updater has to reach its server.
 */
export function closeSessions({ app, defaultSession }: { app: Pick<App, 'on'>; defaultSession: Session }): void {
  close(defaultSession)
  app.on('session-created', close)
}

function close(session: Session): void {
  refusePermissions(session)
  refuseDisplayMedia(session)
  switchSpellCheckerOff(session)
}
