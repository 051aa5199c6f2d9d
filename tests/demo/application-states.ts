import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegistrationFields } from '../../shared/applications/registration-fields.ts'
import { unwrap } from '../../shared/contract/reply.ts'
import type { LetterKind } from '../../shared/letters/letter-reading.ts'
import { formatTime, localDate } from '../../shared/text/date-time.ts'
import type { ContractClient } from '../fixtures/contract-client.ts'
import type { Desk } from '../fixtures/desk.ts'
import { formNotices } from '../fixtures/form-notice.ts'
import { letter, part } from '../fixtures/letters/mime.ts'
import { newApplication, newMeetingLink } from '../fixtures/new-application.ts'
import { addOtherSpecialist, signInAs } from '../fixtures/people.ts'
import { plantReception } from '../fixtures/planted-reception.ts'
import { withProfileDatabase } from '../fixtures/profile-database.ts'
import type { SmtpFixture } from '../fixtures/smtp/smtp-fixture.ts'
import { storeLetter } from '../fixtures/store-letter.ts'
import { timeZone } from '../fixtures/time-zone.ts'
import { until } from '../fixtures/until.ts'

const localNow = (): string => `${localDate(Date.now(), timeZone)}T${formatTime(Date.now(), timeZone)}`

const whole: RegistrationFields = {
  ...{ familyName: 'Канарейкин', givenName: 'Пётр', patronymic: 'Петрович', birthDate: '1961-03-12' },
  ...{ documentKind: 'Паспорт гражданина РФ', documentSeries: '0000', documentNumber: '000001' },
  ...{ documentIssuedBy: 'Отделом внутренних дел города Примерова', documentIssuedOn: '2010-04-20' },
  ...{ address: 'г. Примеров, ул. Образцовая, д. 1, кв. 2', addressKind: 'residence' },
  ...{ consentPersonalData: true, consentVideo: true, topic: 'Субсидия на оплату ЖКУ' },
  ...{ phone: '+7 900 000-00-01', email: 'kanareykin@example.ru', channel: 'phone' },
  ...{ receivedOn: localDate(Date.now(), timeZone), formSubmittedAt: null },
}

/** Applications in every state, entered as people do; answers the one of a citizen who had cancelled before. */
export async function fillApplications(
  { profileDirectory }: Pick<Desk, 'profileDirectory'>,
  { calls }: ContractClient,
): Promise<string> {
  const register = async (changes: Partial<RegistrationFields>) =>
    (await unwrap(calls.applications.register({ letterId: null, fields: { ...whole, ...changes } }))).applicationId
  const appoint = async (familyName: string, email: string, inMinutes: number, link = newMeetingLink()) => {
    const made = newApplication({ familyName, inMinutes, link })
    const fields = { ...made.fields, email, phone: '+7 900 000-00-02' }
    return plantReception({ calls }, profileDirectory, { ...made, fields })
  }
  for (const [familyName, email, inMinutes] of [
    ['Зимин', 'zimin@example.ru', 30],
    ['Котов', 'kotov@example.ru', 60],
    ['Воронов', 'voronov@example.ru', 90],
  ] as const) {
    const { receptionId } = await appoint(familyName, email, inMinutes)
    await unwrap(calls.applications.mark({ receptionId, kind: 'noticeSent', occurredLocal: localNow() }))
  }
  const cancelled = await appoint('Синицын', 'sinitsyn@example.ru', 24 * 60)
  await unwrap(calls.applications.cancel({ applicationId: cancelled.applicationId, reason: 'refused' }))
  await register({ ...{ familyName: 'Щеглов', givenName: 'Олег', patronymic: '', birthDate: null }, address: '' })
  const repeated = await register({ ...{ familyName: 'Синицын', birthDate: '1961-04-12' }, topic: whole.topic })
  await register({
    ...{ familyName: 'Канарейкина', givenName: 'Анна', patronymic: 'Ильинична', email: 'kanareykina@example.ru' },
    topic: 'Ремонт дороги у дома',
  })
  await register({
    ...{ familyName: 'Соловьёва-Перепёлкина', givenName: 'Александра', patronymic: 'Константиновна' },
    topic:
      'Ежемесячная денежная выплата на третьего ребёнка и последующих детей до достижения ими возраста трёх лет: порядок назначения и перечень документов',
    address: 'Кемеровская область — Кузбасс, Примеровский район, пос. Образцовый, ул. Первая Образцовая, д. 12, кв. 34',
  })
  await register({ ...whole })
  await register({
    ...{ familyName: '', givenName: '', patronymic: '', birthDate: null, documentKind: '', documentSeries: '' },
    ...{ documentNumber: '', documentIssuedBy: '', documentIssuedOn: null, address: '', topic: '', email: '' },
    ...{ consentPersonalData: false, consentVideo: false, phone: '+7 900 000-00-09' },
  })
  return repeated
}

/** Letters as the mailroom stores them: applications good and bad, what is none, answers of citizens. */
export async function fillLetters({ profileDirectory }: Desk): Promise<void> {
  const samples = join(import.meta.dirname, '../fixtures/letters')
  const letters: { raw: Buffer; kind: LetterKind }[] = []
  for (const [name, kind] of [
    ['form-html-table', 'application'],
    ['incomplete-almost-nothing', 'application'],
    ['wrong-passport', 'application'],
    ['executable', 'application'],
    ['remote-pictures', 'application'],
    ['advertising', 'other'],
    ['signature-only', 'other'],
  ] as const) {
    letters.push({ raw: await readFile(join(samples, `${name}.eml`)), kind })
  }
  for (const [from, text, kind] of [
    ['zimin@example.ru', 'Здравствуйте!\nУчастие в приёме подтверждаю.\n\n> Вам назначен приём', 'reply'],
    ['kotov@example.ru', 'К сожалению, не смогу.', 'reply'],
    ['neighbour@example.ru', 'Да, буду', 'reply'],
    ['voronov@example.ru', 'Я в отпуске до понедельника, отвечу позже.', 'autoReply'],
  ] as const) {
    letters.push({
      raw: letter({ from: `Citizen <${from}>`, subject: 'Re: Приём по видеосвязи' }, part(text)),
      kind,
    })
  }
  await withProfileDatabase(profileDirectory, (database, place) => {
    for (const stored of letters) storeLetter(database, place, { ...stored, receivedAt: new Date().toISOString() })
  })
}

/** The administrator's part: a second specialist, an authorisation, the server of notices. */
export async function fillSettings(client: ContractClient, smtp: SmtpFixture): Promise<void> {
  const { calls } = client
  await signInAs(client, 'administrator')
  await addOtherSpecialist(client)
  await unwrap(
    calls.notices.saveServer({
      server: {
        ...{ isOn: true, host: 'localhost', port: smtp.port, security: 'startTls', authentication: 'password' },
        ...{ userName: smtp.userName, secret: smtp.password, fromAddress: 'notices@example.ru' },
        ...{ fromName: 'Управление социальной защиты', certificateAuthority: smtp.certificate },
      },
      anyway: false,
    }),
  )
  await signInAs(client, 'specialist')
}

/** One notice sent, one refused, and one the outbox stands still at: the server refuses the sender from then on. */
export async function fillOutbox(
  { profileDirectory }: Desk,
  { calls }: ContractClient,
  smtp: SmtpFixture,
): Promise<void> {
  const noticeOf = async (familyName: string, email: string) => {
    const made = newApplication({ familyName, inMinutes: 24 * 60 + 20, link: newMeetingLink() })
    const fields = { ...made.fields, email, phone: '+7 900 000-00-02' }
    return { ...(await plantReception({ calls }, profileDirectory, { ...made, fields })), kind: 'appointment' as const }
  }
  const orders = [await noticeOf('Дроздов', 'drozd@example.ru'), await noticeOf('Чижов', 'nobody@example.ru')]
  await formNotices(profileDirectory, orders)
  await unwrap(calls.notices.tryNow())
  await until(
    'one notice is sent, the other refused',
    () => unwrap(calls.notices.outbox()),
    ({ rows }) => rows.length === 1 && rows[0]?.standing === 'refused',
  )
  smtp.behaviour.sender = { code: 550, text: '5.7.1 <notices@example.ru> sender blocked' }
  await formNotices(profileDirectory, [await noticeOf('Стрижов', 'strizh@example.ru')])
  await unwrap(calls.notices.tryNow())
  await until(
    'the outbox stands still',
    () => unwrap(calls.notices.outbox()),
    ({ state }) => state === 'stopped',
  )
}

/** A citizen takes the consent back. */
export async function fillRights({ calls }: ContractClient, applicationId: string): Promise<void> {
  await unwrap(
    calls.rights.register({
      ...{ applicationId, kind: 'withdrawal', way: 'letter', receivedLocal: newApplication({}).appointedLocal },
    }),
  )
}
