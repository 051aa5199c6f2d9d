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

/**
 * Cookies and storage of Telemost, of each person for himself: the sign-in outlives a restart, and nobody opens a room
 * as the one who sat here before. null: it is not known who sits here, and nothing is kept.
 */
export const roomPartition = (person: string | null): string =>
  person === null ? 'telemost-of-nobody' : `persist:telemost-${person}`

/** The session of the room for whoever works here; each is made what it may be when it is asked for first. */
export function makeRoomSessions(
  fromPartition: (partition: string) => Session,
  configure: (session: Session) => void,
): (person: string | null) => Session {
  const made = new Map<string, Session>()
  return person => {
    const partition = roomPartition(person)
    const known = made.get(partition)
    if (known) return known
    const session = fromPartition(partition)
    configure(session)
    made.set(partition, session)
    return session
  }
}

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
