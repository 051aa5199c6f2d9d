import type { Session } from 'electron'
import { ownOrigin } from './own-pages.ts'
import { matchesHost, readPlainLink, siteOf } from './plain-link.ts'
import { isStandIn, type RoomRules } from './room-hosts.ts'
import type { SecurityLog } from './security-log.ts'

interface AskedAddress {
  readonly url: string
  readonly resourceType: string
}

const isPage = (resourceType: string): boolean => resourceType === 'mainFrame' || resourceType === 'subFrame'

/** Whether the room's session may reach an address. Redirects are asked for anew, so a listed host leads nowhere else. */
export function mayRoomReach({ url, resourceType }: AskedAddress, rules: RoomRules): boolean {
  if (isStandIn(url, rules)) return true
  if (!isPage(resourceType)) {
    // Neither leaves the computer; a worker or a picture of the room may be made of them.
    if (url.startsWith('data:')) return true
    if (url.startsWith('blob:')) return mayRoomReach({ url: url.slice('blob:'.length), resourceType }, rules)
    if (rules.standInOrigin !== null && url.startsWith(`${rules.standInOrigin.replace('http:', 'ws:')}/`)) return true
  }
  const link = readPlainLink(url)
  if (!link || (link.scheme === 'wss' && isPage(resourceType))) return false
  return matchesHost(link.host, rules.reachable)
}

/** Our own pages reach nothing but themselves: no network at all. */
export function mayOwnReach({ url, resourceType }: AskedAddress): boolean {
  if (url.startsWith(`${ownOrigin}/`)) return true
  return !isPage(resourceType) && (url.startsWith('data:') || url.startsWith(`blob:${ownOrigin}/`))
}

/** Puts a judge before every request of a session. A session holds one such listener: nobody else may set it. */
export function filterRequests(
  session: Pick<Session, 'webRequest'>,
  { mayReach, log }: { mayReach: (asked: AskedAddress) => boolean; log: SecurityLog },
): void {
  session.webRequest.onBeforeRequest(({ url, resourceType }, callback) => {
    const granted = mayReach({ url, resourceType })
    if (!granted) log.warn({ site: siteOf(url), resourceType }, 'request cancelled')
    callback({ cancel: !granted })
  })
}
