import type { Session } from 'electron'
import { guardDisplayMedia, type WindowToShare } from './security/display-media.ts'
import { guardDownloads } from './security/downloads.ts'
import { guardPermissions } from './security/permission-handlers.ts'
import { filterRequests, mayRoomReach } from './security/request-filter.ts'
import type { RoomRules } from './security/room-hosts.ts'
import type { SecurityLog } from './security/security-log.ts'
import { switchSpellCheckerOff } from './security/spell-checker.ts'
import type { Surfaces } from './security/surfaces.ts'
import { plainUserAgent } from './security/user-agent.ts'

/** Cookies and storage of Telemost; the sign-in outlives a restart. */
export const roomPartition = 'persist:telemost'

interface RoomSessionDeps {
  readonly session: Session
  readonly surfaces: Surfaces
  readonly rules: RoomRules
  /** Our picker of single windows; null when nothing was chosen. */
  readonly pick: () => Promise<WindowToShare | null>
  /** Media source ids of our own windows at this moment. */
  readonly ourMediaSourceIds: () => readonly string[]
  readonly log: SecurityLog
}

/** Makes the session of the room what it may be; before anything of it is loaded. */
export function configureRoomSession({
  session,
  surfaces,
  rules,
  pick,
  ourMediaSourceIds,
  log,
}: RoomSessionDeps): void {
  // A web contents takes the session's agent when it is made.
  session.setUserAgent(plainUserAgent(session.getUserAgent()), 'ru,en')
  switchSpellCheckerOff(session)
  guardPermissions({ session, surfaces, rules, log })
  guardDisplayMedia({ session, surfaces, rules, roomFrame: () => null, pick, ourMediaSourceIds, log })
  filterRequests(session, { mayReach: asked => mayRoomReach(asked, rules), log })
  guardDownloads({ session, ownFilesFolder: null, log })
}
