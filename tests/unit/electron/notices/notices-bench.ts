import { join } from 'node:path'
import { makeCalendarDesk } from '../../../../electron/calendar/calendar-desk.ts'
import type { ApplicationFields } from '../../../../electron/demonstration/application-fields.ts'
import { type MailSender, makeMailSender } from '../../../../electron/notices/mail-sender.ts'
import type { NoticeOrder } from '../../../../electron/notices/notice-order.ts'
import { makeNoticesCare } from '../../../../electron/notices/notices-care.ts'
import type { EnteredServer } from '../../../../shared/contract/notices.ts'
import type { Announcement } from '../../../../shared/contract/workplace.ts'
import { order121 } from '../../../fixtures/calendars.ts'
import type { SmtpFixture } from '../../../fixtures/smtp/smtp-fixture.ts'
import { openStores, registrationOf, type TestStores } from '../database/fixture.ts'

const resourcesDirectory = join(import.meta.dirname, '../../../../resources')
const silent = { info: () => undefined, warn: () => undefined, error: (...told: unknown[]) => console.error(...told) }

/** Notices on stores that are there. */
export async function noticesOn(stores: TestStores, sender?: MailSender) {
  const announced: Announcement[] = []
  const announce = (announcement: Announcement) => void announced.push(announcement)
  const common = {
    ...{ ...stores.database, place: stores.accounts.place, eventLog: stores.eventLog, clock: stores.clock },
    ...{ regulation: order121, resourcesDirectory, announce },
  }
  const { current } = await makeCalendarDesk(common)
  const settings = { phone: '+7 900 000-00-01' }
  const care = await makeNoticesCare({
    ...{ ...common, calendar: current, phone: () => settings.phone, log: silent },
    ...(sender && { sender }),
  })
  return { care, announced, settings }
}

/** Letters given to nobody: answers as it is told, and keeps what it was given. */
export function makeTestSender(answers: Awaited<ReturnType<MailSender['send']>>[] = []) {
  const letters: { raw: string; to: string }[] = []
  const sender: MailSender = {
    async send(_server, letter, to) {
      letters.push({ raw: letter.toString('utf8'), to })
      return answers.shift() ?? { outcome: 'accepted', answer: '250 2.0.0 OK' }
    },
    probe: async () => ({ outcome: 'accepted', answer: 'Сервер ответил и принял вход' }),
  }
  return { sender, letters, answers }
}

/** Friday 20.11.2026, 09:00 in Kuzbass; applications with an e-mail, receptions on Wednesday. */
export async function openNoticesBench(sender?: MailSender) {
  const stores = openStores()
  const { care, announced, settings } = await noticesOn(stores, sender)
  return {
    ...stores,
    ...{ care, announced, settings },
    add(changes: Partial<ApplicationFields> = {}, appointedAt = '2026-11-25T10:00:00+07:00') {
      return stores.applications.create(
        registrationOf(stores.session, { email: 'kanar@example.ru', ...changes }, appointedAt),
      )
    },
    form(
      { applicationId, receptionId }: { applicationId: string; receptionId: string | null },
      kind: NoticeOrder['kind'] = 'appointment',
      attachments: NoticeOrder['attachments'] = [],
    ) {
      const formed = care.desk.form({
        kind,
        applicationId,
        receptionId,
        authorId: stores.session.account.id,
        attachments,
      })
      if (formed === 'noAddress') throw new Error('no address')
      return formed
    },
    /** The server of the body, as somebody entered it. */
    enterServer: (changes: Partial<EnteredServer> = {}) => saveServer(stores, care, changes),
  }
}
export type NoticesBench = Awaited<ReturnType<typeof openNoticesBench>>

export const serverOf = (changes: Partial<EnteredServer> = {}): EnteredServer => ({
  ...{ isOn: true, host: 'localhost', port: 25, security: 'startTls', authentication: 'password' },
  ...{ userName: 'notices@example.ru', secret: 'тихий-пароль', fromAddress: 'notices@example.ru' },
  ...{ fromName: 'Управление социальной защиты', certificateAuthority: '' },
  ...changes,
})

/** The server of a running fixture. */
export const serverAt = (smtp: SmtpFixture, changes: Partial<EnteredServer> = {}): EnteredServer =>
  serverOf({ port: smtp.port, certificateAuthority: smtp.certificate.trim(), ...changes })

async function saveServer(
  {
    session,
  }: { session: Parameters<Awaited<ReturnType<typeof noticesOn>>['care']['service']['mail']['saveServer']>[0] },
  care: Awaited<ReturnType<typeof noticesOn>>['care'],
  changes: Partial<EnteredServer>,
): Promise<void> {
  const saved = await care.service.mail.saveServer(session, serverOf(changes), true)
  if (!saved.ok) throw new Error(saved.fault.hint)
  await care.outbox.idle()
}

export const quickSender = () => makeMailSender({ connectMs: 3_000, answerMs: 1_500 })
