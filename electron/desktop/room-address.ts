import { readLink } from '../../shared/telemost/link.ts'

/** The address of a meeting as it is loaded: Telemost's canonical one, or the demonstration's stand-in; else null. */
export function meetingAddress(address: string, standIn: string | null): string | null {
  if (standIn !== null) return address === standIn ? standIn : null
  const reading = readLink(address)
  return reading.ok ? reading.url : null
}
