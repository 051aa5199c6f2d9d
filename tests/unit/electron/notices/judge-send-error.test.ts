import { expect, test } from 'vitest'
import { judgeSendError, type SendFailure } from '../../../../electron/notices/judge-send-error.ts'

/** As nodemailer makes them of an answer of the server. */
const answered = (command: string, response: string, code = 'EENVELOPE') =>
  Object.assign(new Error(`Can't send mail: ${response}`), {
    ...{ code, command, response, responseCode: Number(response.slice(0, 3)) },
  })

type Judged = `${SendFailure['outcome']} ${SendFailure['concerns']}`

/** Step of SMTP, answer, what it means; the words around the codes are there to mislead. */
const table: readonly [step: string, response: string, judged: Judged, alike: boolean][] = [
  ['RCPT TO', '550 5.1.1 <…> User unknown in relay recipient table', 'refused notice', false],
  ['RCPT TO', '550 5.1.1 Recipient address rejected: no such password owner, authentication', 'refused notice', false],
  ['RCPT TO', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'refused notice', false],
  ['RCPT TO', '550 5.2.1 mailbox disabled, relay access denied by its owner', 'refused notice', false],
  ['RCPT TO', '552 5.2.2 Over quota', 'refused notice', false],
  ['RCPT TO', '553 5.1.2 certificate of the domain is unknown', 'refused notice', false],
  ['RCPT TO', '554 5.7.1 Relay access denied', 'refused notice', true],
  ['RCPT TO', '550 No such user here', 'refused notice', true],
  ['RCPT TO', '550 5.7.1 TLS certificate required', 'refused notice', true],
  ['RCPT TO', '550-5.7.26 This mail is unauthenticated\n550 5.7.26 see the help', 'refused notice', true],
  ['RCPT TO', '550 5.1.8 sender domain does not resolve', 'refused notice', true],
  ['RCPT TO', '530 5.7.0 Must issue a STARTTLS command first', 'deferred settings', false],
  ['RCPT TO', '530 Authentication required', 'deferred settings', false],
  ['RCPT TO', '535 5.7.8 Bad credentials', 'deferred settings', false],
  ['RCPT TO', '550 5.7.9 Please sign in', 'deferred settings', false],
  ['RCPT TO', '450 4.2.1 relay mailbox is busy', 'deferred notice', false],
  ['RCPT TO', '451 4.7.1 Greylisted', 'deferred notice', false],
  ['RCPT TO', '421 4.3.2 Shutting down', 'deferred server', false],
  ['MAIL FROM', '550 5.7.1 sender not allowed', 'deferred settings', false],
  ['MAIL FROM', '553 5.7.1 Sender address rejected: not owned by user', 'deferred settings', false],
  ['MAIL FROM', '552 5.3.4 Message size exceeds fixed limit', 'refused notice', false],
  ['MAIL FROM', '552 too big', 'refused notice', false],
  ['MAIL FROM', '451 4.3.0 try later', 'deferred server', false],
  ['DATA', '554 5.7.1 looks like spam', 'refused notice', true],
  ['DATA', '554 5.6.0 broken MIME', 'refused notice', false],
  ['DATA', '552 5.3.4 too big', 'refused notice', false],
  ['DATA', '452 4.3.1 no space', 'deferred notice', false],
  ['CONN', '554 5.7.1 your address is on a list', 'deferred server', false],
  ['CONN', '421 too many connections', 'deferred server', false],
  ['EHLO', '550 go away', 'deferred server', false],
  ['STARTTLS', '554 5.7.3 no TLS now', 'deferred server', false],
]

test.each(table)('%s: %s', (step, response, judged, alike) => {
  const { outcome, concerns, ...rest } = judgeSendError(answered(step, response), step === 'DATA')
  expect(`${outcome} ${concerns}`).toBe(judged)
  expect('alike' in rest).toBe(alike)
})

test('signing in: refused for now, or for good', () => {
  const judged = (response: string) => {
    const { outcome, concerns } = judgeSendError(answered('AUTH PLAIN', response, 'EAUTH'), false)
    return `${outcome} ${concerns}`
  }
  expect(judged('535 5.7.8 wrong')).toBe('deferred settings')
  expect(judged('454 4.7.0 Temporary authentication failure')).toBe('deferred server')
  expect(judged('421 4.3.0 busy')).toBe('deferred server')
})

test('without an answer: the network, a certificate, and what the client itself would not send', () => {
  const failed = (fields: object, gone = false) => {
    const { outcome, concerns } = judgeSendError(Object.assign(new Error('…'), fields), gone)
    return `${outcome} ${concerns}`
  }
  expect(failed({ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' })).toBe('deferred server')
  expect(failed({ code: 'ESOCKET', originalCode: 'SELF_SIGNED_CERT_IN_CHAIN' })).toBe('deferred settings')
  expect(failed({ code: 'ECONNECTION' }, true)).toBe('unclear server')
  // One address or letter the client cannot send must not hold the others for ever.
  expect(failed({ code: 'EENVELOPE', command: 'API' })).toBe('refused notice')
  expect(failed({ code: 'EMESSAGE', command: 'MAIL FROM' })).toBe('refused notice')
})
