import { Readable } from 'node:stream'
import { rootCertificates } from 'node:tls'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { withoutAddresses } from '../../shared/notices/server-answer.ts'
import { judgeSendError, type SendFailure } from './judge-send-error.ts'
import { originOfServer, type StoredServer } from './server-store.ts'

export type SendResult = { readonly outcome: 'accepted'; readonly answer: string } | SendFailure

/** Milliseconds. A server is given so long to be reached, to greet, and to answer. */
export interface SendTimeouts {
  readonly connectMs: number
  readonly answerMs: number
}
export const usualTimeouts: SendTimeouts = { connectMs: 20_000, answerMs: 60_000 }

/** Hands letters to a mail server. */
export interface MailSender {
  send(server: StoredServer, letter: Buffer, toAddress: string, envelopeId: string): Promise<SendResult>
  /** Connects, greets and signs in; sends nothing. */
  probe(server: StoredServer): Promise<SendResult>
}

/** Certificates are always verified, and a connection that cannot be encrypted is none. */
export function makeMailSender(timeouts: SendTimeouts = usualTimeouts): MailSender {
  // Loaded with the first letter: a start does not wait for it.
  const open = async (server: StoredServer) => (await import('nodemailer')).createTransport(optionsOf(server, timeouts))
  return {
    async send(server, letter, toAddress, envelopeId) {
      let wholeLetterGone = false
      const raw = Readable.from([letter])
      raw.once('end', () => {
        wholeLetterGone = true
      })
      const transport = await open(server)
      try {
        const info = await transport.sendMail({
          envelope: { from: server.fromAddress, to: [toAddress] },
          raw,
          dsn: { id: envelopeId, return: 'headers', notify: ['failure', 'delay'], recipient: toAddress },
        })
        return { outcome: 'accepted', answer: withoutAddresses(info.response) }
      } catch (error) {
        return judgeSendError(error, wholeLetterGone)
      } finally {
        transport.close()
      }
    },
    async probe(server) {
      const transport = await open(server)
      try {
        await transport.verify()
        return { outcome: 'accepted', answer: 'Сервер ответил и принял вход' }
      } catch (error) {
        return judgeSendError(error, false)
      } finally {
        transport.close()
      }
    },
  }
}

function optionsOf(server: StoredServer, { connectMs, answerMs }: SendTimeouts): SMTPTransport.Options {
  const { host, port, security, authentication, userName, certificateAuthority } = server
  const secret = server.secret.revealFor(originOfServer(server)) ?? ''
  return {
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'startTls' },
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      // An own authority of a closed network stands beside the usual ones.
      ...(certificateAuthority === '' ? {} : { ca: [...rootCertificates, certificateAuthority] }),
    },
    ...(authentication === 'password' && { auth: { user: userName, pass: secret } }),
    ...(authentication === 'oauth' && { auth: { type: 'OAuth2', user: userName, accessToken: secret } }),
    ...{ connectionTimeout: connectMs, greetingTimeout: connectMs, socketTimeout: answerMs, dnsTimeout: connectMs },
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
  }
}
