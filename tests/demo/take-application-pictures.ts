import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { unwrap } from '../../shared/contract/reply.ts'
import { ApplicationsPage } from '../e2e/pages/applications-page.ts'
import { EquipmentPage } from '../e2e/pages/equipment-page.ts'
import { JournalPage } from '../e2e/pages/journal-page.ts'
import { MailroomPage } from '../e2e/pages/mailroom-page.ts'
import { RejectionDialog } from '../e2e/pages/rejection-dialog.ts'
import { RepliesPage } from '../e2e/pages/replies-page.ts'
import { TakeoverDialog } from '../e2e/pages/takeover-dialog.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { openDesk } from '../fixtures/desk.ts'
import { formNotices } from '../fixtures/form-notice.ts'
import { newApplication, newMeetingLink } from '../fixtures/new-application.ts'
import { otherSpecialist, setUpWorkplace, signInAs, staff } from '../fixtures/people.ts'
import { startSmtp } from '../fixtures/smtp/smtp-fixture.ts'
import { until } from '../fixtures/until.ts'
import { fillApplications, fillLetters, fillSettings } from './application-states.ts'

/**
 * Takes pictures of the way from a letter to a reception, at 1366×768 light and dark and at 1920×1080, for whoever
 * looks the screens over: `node tests/demo/take-application-pictures.ts DIR [SCENE…]`. The guide's are among them.
 * A scene that fails is told and pictured as it stands; the others go on.
 */
const out = resolve(process.argv[2] ?? 'pictures')
const wanted = process.argv.slice(3)
await mkdir(out, { recursive: true })

const smtp = await startSmtp()
smtp.behaviour.recipient = address =>
  address.startsWith('nobody') ? { code: 550, text: `5.1.1 <${address}> user unknown` } : undefined
const desk = await openDesk()
const { page } = desk
page.setDefaultTimeout(6000)
const client = await desk.client()
const { calls } = client
const screen = new ApplicationsPage(page)
const mailroom = new MailroomPage(page)
const rejection = new RejectionDialog(page)

async function picture(name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const [width, height, scheme] of [
    [1920, 1080, 'light'],
    [1366, 768, 'dark'],
    [1366, 768, 'light'],
  ] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme })
    await page.setViewportSize({ width, height })
    // Colours change over some frames: what is half-way there has not the contrast it will have.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve))
      const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      await Promise.all(ending.map(animation => animation.finished.catch(() => undefined)))
    })
    const dark = scheme === 'dark' ? '-dark' : ''
    await page.screenshot({ path: join(out, `${name}-${width}${dark}.png`), animations: 'disabled' })
  }
}

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click()
const settingsTab = async (name: string) => {
  await page.getByRole('link', { name: 'Настройки' }).click()
  await tab(name)
  await page.waitForLoadState('networkidle')
}
async function openTab(name: string): Promise<void> {
  await screen.go()
  await tab(name)
}
async function as(role: keyof typeof staff): Promise<void> {
  await signInAs(client, role)
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
}
async function choose(line: string, filter = 'Все'): Promise<void> {
  await screen.go()
  await screen.show(filter)
  await screen.line(line).first().click()
  await screen.chosen.getByRole('heading').first().waitFor()
}

const empty: Readonly<Record<string, () => Promise<void>>> = {
  'applications-empty': async () => {
    await screen.go()
    await page.getByText('Решать нечего').waitFor()
  },
  'letters-empty': () => openTab('Письма'),
  'replies-empty': () => openTab('Ответы граждан'),
  'signing-empty': () => openTab('На подписи'),
  'outbox-empty': () => openTab('Отправка'),
}

let applicationIds = { toReject: '', repeated: '' }
const filled: Readonly<Record<string, () => Promise<void>>> = {
  attention: async () => {
    await new TodayPage(page).go()
    await page.getByRole('region', { name: 'Требуют внимания' }).waitFor()
  },
  applications: () => choose('Канарейкин П. П.', 'К решению'),
  'applications-long': () => choose('Соловьёва', 'К решению'),
  'applications-incomplete': () => choose('Щеглов', 'К решению'),
  'applications-nobody': () => choose('', 'К решению'),
  'applications-appointed': () => choose('Зимин', 'Ждут ответа'),
  'applications-cancelled': () => choose('Синицын', 'Отменены'),
  'applications-repeated': () => choose('Синицын', 'К решению'),
  register: async () => {
    await screen.go()
    await screen.register.click()
  },
  appoint: async () => {
    await choose('Канарейкин П. П.', 'К решению')
    await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
    await screen.chosenTime.waitFor()
    await screen.field('Ссылка на встречу в Телемосте или её номер').fill(newMeetingLink())
  },
  'appoint-notice': async () => {
    await choose('Канарейкин П. П.', 'К решению')
    await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
    await screen.chosenTime.waitFor()
    await screen.field('Ссылка на встречу в Телемосте или её номер').fill(newMeetingLink())
    await screen.appointDialog
      .getByRole('button', { name: /письмо|уведомление/i })
      .first()
      .click()
  },
  letters: async () => {
    await openTab('Письма')
    await mailroom.group('Новые письма').waitFor()
  },
  ...Object.fromEntries(
    ['letter-good', 'letter-incomplete', 'letter-passport', 'letter-executable', 'letter-remote'].map((name, index) => [
      name,
      async () => {
        await openTab('Письма')
        await mailroom
          .group('Новые письма')
          .getByRole('button', { name: /Открыть/ })
          .nth(index)
          .click()
        await mailroom.letter.waitFor()
        await mailroom.fields.waitFor()
      },
    ]),
  ),
  'register-letter': async () => {
    await openTab('Письма')
    await mailroom.openFirst('Новые письма')
    await mailroom.letter
      .getByRole('button', { name: /Зарегистрировать/ })
      .first()
      .click()
    await screen.registerDialog.waitFor()
  },
  'letter-unrecognised': async () => {
    await openTab('Письма')
    await mailroom.openFirst('Не распознано')
  },
  'letter-set-aside': async () => {
    await openTab('Письма')
    await mailroom.openFirst('Не распознано')
    await mailroom.letter.getByRole('button', { name: 'Отложить…' }).click()
    await mailroom.dialog.getByLabel('Почему это не заявка').fill('Реклама, ответа не требует')
    await mailroom.dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
    await mailroom.dialog.waitFor({ state: 'detached' })
    await mailroom.show('Отложенные')
    await mailroom.letters.getByText(/Отложено/).waitFor()
  },
  replies: async () => {
    await openTab('Ответы граждан')
    await page.getByRole('article').first().waitFor()
  },
  'replies-below': async () => {
    await openTab('Ответы граждан')
    await page.getByRole('article').last().scrollIntoViewIfNeeded()
  },
  'replies-dialog': () => new RepliesPage(page).open(),
  'replies-decline': async () => {
    await openTab('Ответы граждан')
    await page.getByRole('button', { name: 'Отказывается…' }).nth(1).click()
  },
  outbox: async () => {
    await openTab('Отправка')
    await page.getByRole('region', { name: 'Отправка уведомлений' }).getByRole('listitem').first().waitFor()
  },
  'not-delivered': async () => {
    await new TodayPage(page).go()
    await page.getByRole('button', { name: 'Показать все' }).click()
    await page.getByRole('button', { name: 'Позвонил, сообщил…' }).first().click()
  },
  evidence: async () => {
    await choose('Дроздов')
    const evidence = page.getByRole('region', { name: 'Уведомления', exact: true })
    await evidence.getByRole('button', { name: 'Письмо и отправка' }).first().click()
    await evidence.scrollIntoViewIfNeeded()
  },
  'rejection-draft': async () => {
    await choose('Канарейкина', 'К решению')
    await page.getByRole('button', { name: /^Отклон/ }).click()
    await rejection.ground(/компетенцию/u).check()
    await rejection.field('Пояснение').fill('Вопрос о ремонте дороги относится к ведению города')
    await rejection.field('Подписывает (руководитель или уполномоченное лицо)').fill(staff.head.fullName)
    await rejection.field('Номер телефона').fill('8 (000) 000-00-00')
    await rejection.paper.getByText('проживающей по адресу').waitFor()
  },
  'rejection-signing': async () => {
    await rejection.toSigning.click()
    await rejection.dialog.getByText('Решение ждёт подписи').waitFor()
  },
  signing: async () => {
    await openTab('На подписи')
    await page.getByText(/Канарейкина А\. И\./).waitFor()
  },
  'rejection-sending': async () => {
    await page.getByRole('region', { name: 'На подписи' }).getByRole('button').first().click()
    const scan = { name: 'скан.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 скан') }
    await rejection.chooseFile('Скан подписанного решения', scan)
    await rejection.write.click()
    await rejection.dialog.getByText(/подписано \(скан\)/u).waitFor()
  },
  'applications-rejected': () => choose('Канарейкина', 'Отклонены'),
  export: async () => {
    await new JournalPage(page).go()
    await page.getByRole('button', { name: 'Выгрузить…' }).click()
    await page
      .getByRole('dialog')
      .getByText(/За период/)
      .waitFor()
  },
  rights: async () => {
    await new TodayPage(page).go()
    await new TodayPage(page).line('Воронов').click()
    await page.getByRole('button', { name: 'Персональные данные…' }).click()
    await page.getByRole('button', { name: 'Внести обращение…' }).click()
  },
  takeover: async () => {
    await new TodayPage(page).go()
    const dialog = await TakeoverDialog.openFrom(page)
    await dialog.choose('От кого', staff.specialist.shortName)
    await dialog.choose('Кому', otherSpecialist.shortName)
    await dialog.lines.waitFor()
  },
  elsewhere: async () => {
    await page.getByRole('link', { name: 'Оборудование' }).click()
    await new EquipmentPage(page).check('quick', false)
    const trouble = page.getByRole('region', { name: 'Что делать' })
    await trouble.waitFor()
    await trouble.scrollIntoViewIfNeeded()
  },
  'elsewhere-dialog': async () => {
    await page.getByRole('button', { name: 'Другое рабочее место…' }).first().click()
    await page.getByRole('textbox', { name: 'Где пройдёт приём' }).fill('кабинет 12')
  },
  'elsewhere-session': async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await new TodayPage(page).go()
    await new TodayPage(page).open('Зимин П. П.')
    await page.getByText('Рабочее место неисправно').waitFor()
  },
}

const ofAdministrator: Readonly<Record<string, () => Promise<void>>> = {
  'settings-staff': async () => {
    await page.getByRole('link', { name: 'Настройки' }).click()
    await page.getByRole('button', { name: 'Уполномочить специалиста…' }).scrollIntoViewIfNeeded()
  },
  'settings-authorise': async () => {
    await page.getByRole('button', { name: 'Уполномочить специалиста…' }).click()
  },
  'settings-documents': () => settingsTab('Шаблоны документов'),
  'settings-mail': () => settingsTab('Почта'),
  'settings-mail-out': async () => {
    await page.getByRole('region', { name: 'Исходящая почта' }).scrollIntoViewIfNeeded()
    await page.getByRole('region', { name: 'Исходящая почта' }).evaluate(node => node.scrollIntoView())
  },
  'settings-mail-texts': async () => {
    await page.getByRole('region', { name: 'Тексты уведомлений' }).evaluate(node => node.scrollIntoView())
  },
  'settings-mailbox': async () => {
    await settingsTab('Почта')
    await page.getByRole('button', { name: 'Подключить ящик…' }).click()
  },
  'settings-mapping': async () => {
    await settingsTab('Почта')
    await page.getByRole('button', { name: 'Добавить сайт…' }).click()
  },
  'settings-telemost': () => settingsTab('Яндекс Телемост'),
}
const ofTechnician: Readonly<Record<string, () => Promise<void>>> = {
  board: async () => {
    await page.getByRole('link', { name: 'Оборудование' }).click()
    await page.getByRole('region', { name: 'Утренняя доска' }).getByRole('row').nth(1).waitFor()
  },
  'board-below': () => page.getByRole('region', { name: 'Утренняя доска' }).evaluate(node => node.scrollIntoView()),
}

async function take(scenes: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
  for (const [name, set] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.some(word => name.startsWith(word))) continue
    try {
      if (!/^(rejection-s|elsewhere-|settings-.*(out|texts|authorise)|board-)/.test(name)) {
        await page.goto(new URL('/', page.url()).href)
      }
      await set()
      await picture(name)
    } catch (error) {
      console.error(name, String(error).split('\n').slice(0, 3).join(' '))
      await picture(`failed-${name}`)
    }
  }
}

try {
  await setUpWorkplace(client)
  await page.reload()
  await take(empty)
  await fillSettings(client, smtp)
  applicationIds = await fillApplications(client)
  await fillLetters(desk)
  const noticeOf = async (familyName: string, email: string) => {
    const made = newApplication({ familyName, inMinutes: 24 * 60 + 20, link: newMeetingLink() })
    const fields = { ...made.fields, email, phone: '+7 900 000-00-02' }
    return { ...(await unwrap(calls.applications.create({ ...made, fields }))), kind: 'appointment' as const }
  }
  const orders = [await noticeOf('Дроздов', 'drozd@example.ru'), await noticeOf('Чижов', 'nobody@example.ru')]
  await formNotices(desk.profileDirectory, orders)
  await unwrap(calls.notices.tryNow())
  await until(
    'one notice is sent, the other refused',
    () => unwrap(calls.notices.outbox()),
    ({ rows }) => rows.length === 1 && rows[0]?.standing === 'refused',
  )
  smtp.behaviour.sender = { code: 550, text: '5.7.1 <notices@example.ru> sender blocked' }
  await formNotices(desk.profileDirectory, [await noticeOf('Стрижов', 'strizh@example.ru')])
  await unwrap(calls.notices.tryNow())
  await until(
    'the outbox stands still',
    () => unwrap(calls.notices.outbox()),
    ({ state }) => state === 'stopped',
  )
  await unwrap(
    calls.rights.register({
      ...{
        applicationId: applicationIds.repeated,
        kind: 'withdrawal',
        way: 'letter',
        receivedLocal: newApplication({}).appointedLocal,
      },
    }),
  ).catch(error => console.error('rights', String(error)))
  await as('specialist')
  await take(filled)
  await as('administrator')
  await take(ofAdministrator)
  await as('technician')
  await take(ofTechnician)
  for (const complaint of desk.complaints) console.error('complaint', complaint)
} finally {
  client.close()
  await desk.close()
  await smtp.stop()
}
