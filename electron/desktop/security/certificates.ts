import type { App } from 'electron'
import { siteOf } from './plain-link.ts'
import type { SecurityLog } from './security-log.ts'

/**
 * No exceptions for certificates, none of ours is shown to anybody, no password is given to a server or a proxy.
 * Electron's own defaults refuse the first and the third, and take the first certificate for the second; all three are
 * said here so that no default can change it.
 */
export function guardCertificates({ app, log }: { app: Pick<App, 'on'>; log: SecurityLog }): void {
  app.on('certificate-error', (event, _contents, url, error, _certificate, callback) => {
    event.preventDefault()
    log.warn({ site: siteOf(url), error }, 'certificate refused')
    callback(false)
  })
  app.on('select-client-certificate', (event, _contents, url, _certificates, callback) => {
    event.preventDefault()
    log.warn({ site: siteOf(url) }, 'client certificate not shown')
    callback()
  })
  app.on('login', (event, _contents, { url }, { isProxy, scheme }, callback) => {
    event.preventDefault()
    log.warn({ site: siteOf(url), isProxy, scheme }, 'sign-in over HTTP refused')
    callback()
  })
}
