import nodemailer from 'nodemailer'
import { Temporal } from 'temporal-polyfill'
import { unwrap } from '../../shared/contract/reply.ts'
import { ApplicationsPage } from '../e2e/pages/applications-page.ts'
import { MailroomPage } from '../e2e/pages/mailroom-page.ts'
import { RepliesPage } from '../e2e/pages/replies-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import type { ContractClient } from '../fixtures/contract-client.ts'
import type { Desk } from '../fixtures/desk.ts'
import { type MailServer, mailUsers } from '../fixtures/mail-server/start-mail-server.ts'
import { signInAs, staff } from '../fixtures/people.ts'
import { meetingLink } from '../fixtures/reception-by-hand.ts'
import { timeZone } from '../fixtures/time-zone.ts'
import { until } from '../fixtures/until.ts'

const citizenName = 'Канарейкин П. П.'
const bodyAddress = 'priem@example.ru'
const citizenAddress = 'grazhdanin@example.ru'

/** The letter of the widget: every field of п. 2.2, both consents. */
const applicationLetter = [
  'From: =?utf-8?B?0KHQsNC50YIg0L7RgNCz0LDQvdCw?= <zayavki@example.ru>',
  `To: ${bodyAddress}`,
  `Subject: =?utf-8?B?${Buffer.from('Онлайн-консультирование: заявка').toString('base64')}?=`,
  'Message-ID: <demonstration-application@example.ru>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Фамилия: Канарейкин',
  'Имя: Пётр',
  'Отчество: Петрович',
  'Дата рождения: 04.03.1961',
  'Документ: паспорт гражданина РФ, серия 3205 № 123456',
  'Адрес регистрации по месту жительства: г. Примерск, ул. Примерная, д. 7',
  'Орган: Управление социальной защиты населения',
  'Согласие на обработку персональных данных: да',
  'Согласие на видеозапись: да',
  'Тематика вопроса: Субсидия на оплату ЖКУ',
  'Телефон: +7 900 000-00-07',
  `Эл. почта: ${citizenAddress}`,
  '',
].join('\r\n')

/**
 * From a letter in a real mailbox to the confirmed appointment: the mailbox and the server of the body are entered, the
 * letter is registered at the screen, the head appoints (the reception begins at once, which only a head may decide), the
 * notice goes out, the citizen's answer comes back and is judged at the screen. Answers the citizen's short name.
 */
export async function appointFromLetter(desk: Desk, mail: MailServer, say: (text: string) => void): Promise<string> {
  const client = await desk.client()
  try {
    await connectMail(client, mail)
    say('mailbox and outgoing mail entered and probed by the administrator')
    await as(desk, client, 'specialist')
    await mail.deliver(applicationLetter, 'priem')
    const applicationId = await register(desk)
    say('letter fetched from the mailbox, registered in the journal')

    await signOut(client)
    await signInAs(client, 'head')
    const specialist = (await unwrap(client.calls.accounts.entry())).people.find(
      ({ shortName }) => shortName === staff.specialist.shortName,
    )
    if (!specialist) throw new Error('no specialist')
    const appointed = await unwrap(
      client.calls.applications.appoint({
        ...{ applicationId, specialistId: specialist.id, link: meetingLink },
        appointedLocal: Temporal.Now.zonedDateTimeISO(timeZone)
          .add({ minutes: 1 })
          .toPlainDateTime()
          .toString()
          .slice(0, 16),
        overrideReason: 'Показ программы: приём начинается сразу',
      }),
    )
    if (appointed.notice !== 'formed') throw new Error('no notice was formed')
    await as(desk, client, 'specialist')
    const [notice] = await until(
      'the notice is in the mailbox of the citizen',
      () => mail.letters('grazhdanin'),
      letters => letters.length > 0,
      60_000,
    )
    say('reception appointed, notice sent and delivered')

    await until(
      'the notice is known to be accepted',
      () => unwrap(client.calls.notices.ofApplication({ applicationId })),
      ({ notices }) => notices[0]?.standing === 'accepted',
    )
    await answer(mail, notice?.toString('utf8') ?? '')
    await judgeAnswer(desk)
    say('answer of the citizen fetched, confirmation judged by the specialist')
    return citizenName
  } finally {
    client.close()
  }
}

async function connectMail(client: ContractClient, mail: MailServer): Promise<void> {
  await signOut(client)
  await signInAs(client, 'administrator')
  const since = Temporal.Now.plainDateISO(timeZone).subtract({ days: 1 }).toString()
  await unwrap(
    client.calls.mailroom.saveMailbox({
      mailboxId: null,
      settings: {
        ...{ address: bodyAddress, host: 'localhost', port: mail.imapsPort, security: 'tls', userName: 'priem' },
        ...{ authentication: 'password', folder: 'INBOX', caFile: mail.caFile, since },
      },
      secret: mailUsers.priem,
    }),
  )
  await unwrap(
    client.calls.notices.saveServer({
      server: {
        ...{ isOn: true, host: 'localhost', port: mail.smtpPort, security: 'startTls', authentication: 'password' },
        ...{ userName: 'priem', fromAddress: bodyAddress, fromName: 'Управление социальной защиты' },
        ...{ certificateAuthority: mail.ca, secret: mailUsers.priem },
      },
      anyway: false,
    }),
  )
}

const signOut = (client: ContractClient) => unwrap(client.calls.accounts.signOut())

async function as(desk: Desk, client: ContractClient, role: 'specialist'): Promise<void> {
  await signOut(client)
  await signInAs(client, role)
  await desk.page.reload()
  await desk.page.getByRole('navigation', { name: 'Разделы' }).waitFor()
}

/** «Заявки» → the letter → «Зарегистрировать заявку…». */
async function register({ page }: Desk): Promise<string> {
  const screen = new ApplicationsPage(page)
  const mailroom = new MailroomPage(page)
  await screen.go()
  await screen.line('Письмо').waitFor({ timeout: 60_000 })
  await mailroom.open('Письмо')
  await mailroom.register.click()
  await screen.registerAlone.click()
  await screen.chosen.getByRole('heading', { name: 'Канарейкин Пётр Петрович' }).waitFor()
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (id === undefined) throw new Error('no application is shown')
  return id
}

/** As a citizen's program answers: the subject with «Re:», the notice named and quoted. */
async function answer(mail: MailServer, notice: string): Promise<void> {
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(notice)?.[1]
  if (messageId === undefined) throw new Error('the notice has no Message-ID')
  const transport = nodemailer.createTransport({
    ...{ host: '127.0.0.1', port: mail.smtpPort, requireTLS: true, tls: { ca: mail.ca, servername: 'localhost' } },
    auth: { user: 'grazhdanin', pass: mailUsers.grazhdanin },
  })
  await transport.sendMail({
    ...{ from: citizenAddress, to: bodyAddress, subject: 'Re: Уведомление о приёме', inReplyTo: messageId },
    text: 'Здравствуйте! Подтверждаю участие в приёме.\n',
  })
  transport.close()
}

/** «Заявки» → the case with the answer → «Подтверждает». */
async function judgeAnswer({ page }: Desk): Promise<void> {
  const screen = new ApplicationsPage(page)
  await screen.go()
  await screen.line('Пришёл ответ').waitFor({ timeout: 60_000 })
  await screen.line('Пришёл ответ').first().click()
  const replies = new RepliesPage(page)
  const card = replies.answer(citizenName)
  await card.getByText('Подтверждаю участие').waitFor({ timeout: 60_000 })
  await replies.confirm(citizenName).press('Control+Enter')
  await card.waitFor({ state: 'detached' })
  await new TodayPage(page).go()
}
