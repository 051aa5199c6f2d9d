import type { Role } from '../../shared/contract/procedure.ts'

/** Names of citizens are for these roles only; the contract holds it, the navigation follows. */
export const receivesCitizens = (role: Role): boolean => role === 'specialist' || role === 'head'

/** Everybody but the specialist, whose day is elsewhere, has something to do in the settings. */
export const hasSettings = (role: Role): boolean => role !== 'specialist'

/** Whether a role has anything to do at an address; somebody else may have left the page there. */
export function isScreenOf(role: Role, pathname: string): boolean {
  if (pathname === '/settings') return hasSettings(role)
  // What was said and done there the head reads in the journal and sees in the recording.
  if (pathname.startsWith('/reception/')) return role === 'specialist'
  // Whoever works here may ask whether the workplace is well.
  if (pathname === '/equipment') return true
  return pathname === '/' || receivesCitizens(role)
}
