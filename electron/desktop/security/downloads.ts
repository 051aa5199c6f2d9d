import type { Session } from 'electron'
import { ownOrigin } from './own-pages.ts'
import { siteOf } from './plain-link.ts'
import type { SecurityLog } from './security-log.ts'

/** Refuses every download of a session but the ones of our own pages' making (`blob:app://videopriem/…`). */
export function guardDownloads(
  session: Pick<Session, 'on'>,
  { ownFiles, log }: { ownFiles: boolean; log: SecurityLog },
): void {
  session.on('will-download', (event, item) => {
    const url = item.getURL()
    if (ownFiles && url.startsWith(`blob:${ownOrigin}/`)) return
    event.preventDefault()
    log.warn({ site: siteOf(url) }, 'download refused')
  })
}
