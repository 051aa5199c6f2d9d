import type { Session, WebFrameMain } from 'electron'
import type { AnswerOwnRequest } from './app-protocol.ts'
import { guardDisplayMedia } from './security/display-media.ts'
import { guardDownloads } from './security/downloads.ts'
import { ownScheme } from './security/own-pages.ts'
import { guardPermissions } from './security/permission-handlers.ts'
import { filterRequests, mayOwnReach } from './security/request-filter.ts'
import type { RoomRules } from './security/room-hosts.ts'
import type { SecurityLog } from './security/security-log.ts'
import { switchSpellCheckerOff } from './security/spell-checker.ts'
import type { Surfaces } from './security/surfaces.ts'

/** Our own pages; nothing of the room's session is visible to them. */
export const ownPartition = 'persist:desk'

interface OwnSessionDeps {
  readonly session: Session
  readonly surfaces: Surfaces
  readonly rules: RoomRules
  readonly answer: AnswerOwnRequest
  /** The main frame of the room's view; null while there is no room. */
  readonly roomFrame: () => WebFrameMain | null
  /** Where a file that is saved is proposed to lie. */
  readonly filesFolder: () => string
  readonly log: SecurityLog
}

/** Makes the session of our own pages what it may be; before a window is made. */
export function configureOwnSession(deps: OwnSessionDeps): void {
  const { session, surfaces, rules, answer, roomFrame, filesFolder, log } = deps
  session.protocol.handle(ownScheme, answer)
  switchSpellCheckerOff(session)
  guardPermissions({ session, surfaces, rules, log })
  // No page of ours shares a window with anybody: the picker belongs to the room's session.
  const nothing = { pick: async () => null, ourMediaSourceIds: () => [] }
  guardDisplayMedia({ session, surfaces, rules, roomFrame, ...nothing, log })
  filterRequests(session, { mayReach: mayOwnReach, log })
  guardDownloads({ session, ownFilesFolder: filesFolder, log })
}
