import type { Surface } from './navigation.ts'
import { ownOrigin } from './own-pages.ts'
import { isRoomPage, type Permission, type RoomRules } from './room-hosts.ts'

/** A question of either handler, in one shape. */
export interface PermissionQuestion {
  readonly permission: Permission
  /** null: nobody knows whose page it is (a foreign sub-frame, a service worker). */
  readonly surface: Surface | null
  /** Origin or address of the frame that asks; a slash may end it. */
  readonly requester: string
  readonly isMainFrame: boolean
  /** Devices of a `media` question; null where a check names none. */
  readonly devices: readonly ('audio' | 'video' | 'unknown')[] | null
}

/** What our own pages may have. The recorder has no camera: the citizen is shown by the room. */
const ownPermissions: Readonly<Record<'own' | 'recorder', readonly Permission[]>> = {
  // The player's full screen; «copy the link»; the equipment check looks at camera, microphone and speakers.
  own: ['clipboard-sanitized-write', 'fullscreen', 'media', 'speaker-selection'],
  recorder: ['media', 'display-capture'],
}

/** The one allow-list, read by the request handler and by the check handler. What is not on it is refused. */
export function mayHave(question: PermissionQuestion, rules: RoomRules): boolean {
  const { permission, surface, requester, isMainFrame } = question
  // An embedded page is somebody else's, whatever its address says.
  if (!isMainFrame) return false
  switch (surface) {
    case 'own':
      return isOwn(requester) && ownPermissions.own.includes(permission) && namesDevices(question)
    case 'recorder':
      return isOwn(requester) && ownPermissions.recorder.includes(permission) && hearsOnly(question)
    case 'room':
      return isRoomPage(requester, rules) && rules.permissions.includes(permission) && namesDevices(question)
    case 'signIn':
    case null:
      return false
    default:
      surface satisfies never
      return false
  }
}

/** A check without a device only tells a status; a device is opened by a request, and that one names it. */
const hearsOnly = ({ permission, devices }: PermissionQuestion): boolean =>
  permission !== 'media' || devices === null || (devices.length > 0 && devices.every(device => device === 'audio'))

const namesDevices = ({ permission, devices }: PermissionQuestion): boolean =>
  permission !== 'media' || devices === null || (devices.length > 0 && !devices.includes('unknown'))

const isOwn = (requester: string): boolean => requester === ownOrigin || requester.startsWith(`${ownOrigin}/`)
