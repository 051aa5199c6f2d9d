import type { Session } from 'electron'
import { mayHave } from './permissions.ts'
import { siteOf } from './plain-link.ts'
import type { Permission, RoomRules } from './room-hosts.ts'
import type { SecurityLog } from './security-log.ts'
import type { Surfaces } from './surfaces.ts'

type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setBluetoothPairingHandler'
>

interface PermissionDeps {
  readonly session: GuardedSession
  readonly surfaces: Surfaces
  readonly rules: RoomRules
  readonly log: SecurityLog
}

/**
 * Sets all four handlers of a session. Without them Electron grants what is asked for: a missing handler is an open
 * door, so both read the same list.
 */
export function guardPermissions({ session, surfaces, rules, log }: PermissionDeps): void {
  const refuse = (permission: Permission, requester: string): false => {
    log.warn({ permission, site: siteOf(requester) }, 'permission refused')
    return false
  }
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const devices = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const { isMainFrame, requestingUrl: requester } = details
    const surface = surfaces.surfaceOf(contents)
    const granted = mayHave({ permission, surface, requester, isMainFrame, devices }, rules)
    callback(granted || refuse(permission, requester))
  })
  // Asked many times a minute by the room: what is refused here is not told.
  session.setPermissionCheckHandler((contents, permission, requester, { isMainFrame, mediaType }) => {
    const devices = mediaType === undefined ? null : [mediaType]
    const surface = contents ? surfaces.surfaceOf(contents) : null
    return mayHave({ permission, surface, requester, isMainFrame, devices }, rules)
  })
  session.setDevicePermissionHandler(({ deviceType, origin }) => {
    log.warn({ permission: deviceType, site: siteOf(origin) }, 'device refused')
    return false
  })
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }))
}

/** For a session that is none of the two: nothing at all, whoever asks. Overwritten by the guards of a session of ours. */
export function refusePermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }))
}
