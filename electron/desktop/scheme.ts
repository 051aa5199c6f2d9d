import type { CustomScheme } from 'electron'
import { ownScheme } from './security/own-pages.ts'

/**
 * For protocol.registerSchemesAsPrivileged, once, before ready. `standard`: an origin of its own, so that storage and
 * `'self'` mean it; `secure`: microphone and capture; `supportFetchAPI`: imports; `stream`: seeking in a recording; `codeCache`: our
 * scripts are compiled once, not with every start. It never gets bypassCSP, service workers, CORS or extensions.
 */
export const ownSchemes: readonly CustomScheme[] = [
  {
    scheme: ownScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
]
