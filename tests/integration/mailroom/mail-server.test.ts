import { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type MailServer,
  mailServerObstacle,
  mailUsers,
  startMailServer,
} from '../../fixtures/mail-server/start-mail-server.ts'

const obstacle = mailServerObstacle()
let server: MailServer
beforeAll(async () => {
  if (obstacle === null) server = await startMailServer()
})
afterAll(() => server?.stop())

test('what is sent by SMTP lies in the mailbox and is read by IMAP, also after a restart', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const tls = { ca: server.ca, servername: 'localhost' }
  const auth = { user: 'priem', pass: mailUsers.priem }
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: server.smtpPort,
    requireTLS: true,
    tls,
    auth,
  })
  const sent = await transport.sendMail({
    ...{ from: 'priem@example.ru', to: ['priem@example.ru', 'nobody@example.ru'] },
    ...{ subject: 'Проверка почты', text: 'Здравствуйте' },
  })
  transport.close()
  expect(sent).toMatchObject({ accepted: ['priem@example.ru'], rejected: ['nobody@example.ru'] })
  expect(await server.letters('priem')).toHaveLength(1)

  await server.stopImap()
  await server.startImap()
  const client = new ImapFlow({ host: '127.0.0.1', port: server.imapsPort, secure: true, tls, auth, logger: false })
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  const letter = await client.fetchOne('*', { uid: true, envelope: true })
  await client.logout()
  expect(letter).toMatchObject({ uid: 1, envelope: { subject: 'Проверка почты' } })
})
