import { readFile } from 'node:fs/promises'
import type { ImapFlow, ImapFlowError } from 'imapflow'
import type { MailTrouble } from '../../shared/mailroom/mail-trouble.ts'
import { type KeptMailbox, originOfMailbox } from './mailbox-store.ts'

/** How a mailbox is reached. */
export type MailAccess = Pick<
  KeptMailbox,
  'host' | 'port' | 'security' | 'userName' | 'authentication' | 'secret' | 'folder' | 'caFile'
>

/** A mailbox that cannot be read, with the reason as a code; the server's own words may carry an address. */
export class MailboxError extends Error {
  readonly trouble: MailTrouble
  constructor(trouble: MailTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const connectionTimeoutMs = 20_000
/** Of a server that is there but says nothing. */
const socketTimeoutMs = 2 * 60_000

/**
 * Signs in and opens the folder for reading only: nothing is ever marked or moved on the server. Rejects with a
 * MailboxError. The caller closes the client.
 */
export async function openMailbox(access: MailAccess, pollMs: number): Promise<ImapFlow> {
  const secret = access.secret.revealFor(originOfMailbox(access)) ?? ''
  const ca = await readAuthority(access.caFile)
  // Loaded where there is a mailbox: a start does not wait for it.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    ...{ host: access.host, port: access.port, secure: access.security === 'tls' },
    // Without it a server that offers no TLS would be told the password in clear.
    ...(access.security === 'startTls' ? { doSTARTTLS: true } : {}),
    auth:
      access.authentication === 'oauth'
        ? { user: access.userName, accessToken: secret }
        : { user: access.userName, pass: secret },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca }) },
    ...{ logger: false, connectionTimeout: connectionTimeoutMs, socketTimeout: socketTimeoutMs },
    // IDLE begins as soon as nothing else is asked, and is begun anew before a server tires of it.
    ...{ autoIdleDelay: 50, maxIdleTime: Math.min(pollMs, socketTimeoutMs / 2) },
    clientInfo: { name: 'Videopriem' },
    // A little of it can become very much, and no bound of ours stands before it.
    disableCompression: true,
  })
  // Also told by the call that failed; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw new MailboxError(troubleOf(error))
  }
  try {
    await client.mailboxOpen(access.folder, { readOnly: true })
    return client
  } catch (error) {
    client.close()
    throw new MailboxError(isNo(error) ? 'folderMissing' : troubleOf(error))
  }
}

async function readAuthority(path: string | null): Promise<string | null> {
  if (path === null) return null
  try {
    const text = await readFile(path, 'utf8')
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  } catch {
    // Told below, with the file that holds no certificate.
  }
  throw new MailboxError('caFileUnreadable')
}

const isNo = (error: unknown): boolean => (error as ImapFlowError).responseStatus === 'NO'

/** The reason of a failure as a code. */
export function troubleOf(error: unknown): MailTrouble {
  if (error instanceof MailboxError) return error.trouble
  const { authenticationFailed, tlsFailed, code = '', responseStatus } = error as ImapFlowError
  if (authenticationFailed) return 'passwordWrong'
  if (certificateCodes.test(code)) return 'certificate'
  if (tlsFailed || code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'MissingServerExtension') return 'noTls'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'hostUnknown'
  if (code === 'ECONNREFUSED') return 'refusedConnection'
  if (/TIMEOUT|TIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(code)) return 'timedOut'
  return responseStatus === undefined ? 'cut' : 'serverRefused'
}

/** Node's and OpenSSL's names for a certificate that is not to be trusted. */
const certificateCodes =
  /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|ERR_OSSL_X509)/
