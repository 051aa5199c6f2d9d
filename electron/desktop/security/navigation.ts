import { panelFrameName } from '../../../shared/desktop/bridge.ts'
import { isOwnPage, type OwnPageFile } from './own-pages.ts'
import { matchesHost, readPlainLink, siteOf } from './plain-link.ts'
import { isStandIn, type RoomRules } from './room-hosts.ts'

/** What a web contents is for; each is made by us and named when it is made. */
export type Surface = 'own' | 'recorder' | 'room' | 'signIn'

/** `site` is what the log may hold of the address. */
export type RefusedAddress = {
  readonly open: 'nowhere'
  readonly reason: 'otherScheme' | 'otherHost' | 'otherPage' | 'opensNothing'
  readonly site: string
}
export type NavigationVerdict = { readonly open: 'here' } | RefusedAddress
export type WindowVerdict = { readonly open: 'signIn' | 'panel' } | RefusedAddress

/** What is asked for: an address, and the name the opener gives the window. */
export interface AskedWindow {
  readonly url: string
  readonly frameName: string
}

const pageOf: Readonly<Record<'own' | 'recorder', OwnPageFile>> = {
  own: 'index.html',
  recorder: 'recorder.html',
}

/** Whether a page may go there, by a click, a script or a redirect. Our own pages only ever stay what they are. */
export function judgeNavigation(url: string, surface: Surface, rules: RoomRules): NavigationVerdict {
  switch (surface) {
    case 'own':
    case 'recorder':
      return isOwnPage(url, pageOf[surface]) ? { open: 'here' } : refuse(url, 'otherPage')
    case 'room':
    case 'signIn': {
      if (isStandIn(url, rules)) return { open: 'here' }
      const link = readPlainLink(url)
      // `telemost:` asks the desktop program in; the room has to stay where it is recorded.
      if (link?.scheme !== 'https') return refuse(url, 'otherScheme')
      const isAllowed = matchesHost(link.host, rules.pages) || matchesHost(link.host, rules.signIn)
      return isAllowed ? { open: 'here' } : refuse(url, 'otherHost')
    }
    default:
      surface satisfies never
      return refuse(url, 'otherPage')
  }
}

/**
 * Whether a page may open a window there. The room may for signing in: a second room would be one nobody records, and a
 * link somebody wrote into the chat has no business on this computer. The desk may for its panel on top, which is empty and
 * filled by the desk itself.
 */
export function judgeWindowOpen({ url, frameName }: AskedWindow, surface: Surface, rules: RoomRules): WindowVerdict {
  if (surface === 'own' && url === 'about:blank' && frameName === panelFrameName) return { open: 'panel' }
  if (surface !== 'room') return refuse(url, 'opensNothing')
  const link = readPlainLink(url)
  if (link?.scheme !== 'https') return refuse(url, 'otherScheme')
  return matchesHost(link.host, rules.signIn) ? { open: 'signIn' } : refuse(url, 'otherHost')
}

const refuse = (url: string, reason: RefusedAddress['reason']): RefusedAddress => ({
  open: 'nowhere',
  reason,
  site: siteOf(url),
})
