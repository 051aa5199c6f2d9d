import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { changeTo } from '../../fixtures/change-person.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { letterText } from '../../fixtures/mail-server/letter-text.ts'
import {
  type MailServer,
  mailServerObstacle,
  mailUsers,
  startMailServer,
} from '../../fixtures/mail-server/start-mail-server.ts'
import { firstPassword, ownPassword } from '../../fixtures/people.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { MailroomPage } from '../pages/mailroom-page.ts'

/** From the mailbox to the list and back: a real Dovecot, a real workstation, a real browser. */
const obstacle = mailServerObstacle()
let server: MailServer
let desk: Desk
let screen: MailroomPage

beforeAll(async () => {
  if (obstacle !== null) return
  server = await startMailServer()
  desk = await openStaffedDesk()
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  screen = new MailroomPage(desk.page)
})
afterAll(async () => {
  await desk?.close()
  await server?.stop()
})

const picture = (name: string) => keepPicture(desk.page, name)
const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('the administrator connects a mailbox: a wrong password is said at its field, the right one is kept', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  await changeTo(desk.page, 'administrator', firstPassword)
  await screen.openSettings()
  await screen.boxes.getByText(/Ящик не подключён/).waitFor()
  await isAccessible()
  await screen.boxes.getByRole('button', { name: 'Подключить ящик…' }).click()
  const { dialog } = screen
  await dialog.getByLabel('Адрес почты').fill('priem@example.ru')
  await dialog.getByLabel('Сервер IMAP').fill('localhost')
  await dialog.getByRole('textbox', { name: 'Порт' }).fill(String(server.imapsPort))
  await dialog.getByLabel('Имя для входа').fill('priem')
  await dialog.getByLabel('Файл сертификата').fill(server.caFile)
  await dialog.getByLabel(/^Пароль/).fill('не-тот-пароль')
  await dialog.getByRole('button', { name: 'Проверить', exact: true }).click()
  await dialog
    .getByText(/Сервер не принял имя и пароль/)
    .first()
    .waitFor()
  await isAccessible()
  await picture('mailbox-dialog')
  await dialog.getByLabel(/^Пароль/).fill(mailUsers.priem)
  await dialog.getByRole('button', { name: 'Проверить', exact: true }).click()
  await dialog.getByText('Сервер принял вход. Писем с выбранного дня: 0.').waitFor()
  await dialog.getByRole('button', { name: 'Проверить и сохранить' }).click()
  await dialog.waitFor({ state: 'detached' })
  await screen.boxes.getByText(/На связи с/).waitFor()
  expect(await desk.page.content()).not.toContain(mailUsers.priem)
})

test('what a site calls its fields is tried on a sample before it counts', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  await screen.mapping.getByRole('button', { name: 'Добавить сайт…' }).click()
  const { dialog } = screen
  await dialog.getByRole('textbox', { name: 'Сайт', exact: true }).fill('Сайт органа')
  await dialog.getByLabel('Фамилия', { exact: true }).fill('Кто обращается')
  await dialog
    .getByLabel('Образец письма')
    .fill('Кто обращается: Канарейкин\nИмя: Пётр\nТелефон: +7 900 000-00-01\nТема: Социальный контракт')
  await dialog.getByRole('button', { name: 'Прочитать образец' }).click()
  await screen.fields.getByText('Канарейкин', { exact: true }).waitFor()
  await isAccessible()
  await picture('mapping-dialog')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await dialog.waitFor({ state: 'detached' })
  await screen.mapping.getByText('Сайт органа').waitFor()
  await picture('mail-settings')
  await isAccessible()
})

test('a letter comes by itself and asks for attention; opened, it shows text and fields, the document on demand', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  await server.deliver(`${letterText({ number: 7 })}Серия: 3215\r\nНомер: 123456\r\n`, 'priem')
  await changeTo(desk.page, 'specialist', ownPassword)
  await desk.page.getByText('Новые письма: 1').waitFor()
  await screen.openFromToday()
  await screen.line('Сайт органа').waitFor()
  await isAccessible()
  await screen.open('Сайт органа')
  await screen.fields.getByText('Канарейкин-7').waitFor()
  await screen.letter.getByText(/Фамилия: Канарейкин-7/).waitFor()
  await screen.letter.getByText(/Серия: ••••\s+Номер: ••••••/).waitFor()
  await screen.fields.getByText('••••56', { exact: true }).waitFor()
  expect(await desk.page.content()).not.toContain('123456')
  await isAccessible()
  await picture('letter')
  await screen.revealDocument.click()
  await screen.letter.getByText(/Серия: 3215\s+Номер: 123456/).waitFor()
  await screen.revealDocument.waitFor({ state: 'detached' })
})

test('a dropped file is a letter too, once; a picture is refused in words', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const plain = letterText({ number: 8, text: 'Спасибо за приём, всё получилось.' })
  await screen.drop('спасибо.eml', plain)
  await screen.letters.getByText('спасибо.eml: принято').waitFor()
  await screen.line('полей заявки не найдено').waitFor()
  await screen.drop('спасибо.eml', plain)
  await screen.letters.getByText(/это письмо уже есть/).waitFor()
  await screen.drop('снимок.eml', '\u0089PNG')
  await screen.letters.getByText(/Это не письмо/).waitFor()
  await picture('letters')
})

test('set aside with a reason it leaves the list, taken back it returns; both stand in the event log', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  await screen.open('полей заявки не найдено')
  await screen.letter.getByRole('button', { name: 'Отложить…' }).click()
  await screen.dialog.getByLabel('Почему это не заявка').fill('Благодарность, ответа не требует')
  await isAccessible()
  await screen.dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
  await screen.line('полей заявки не найдено').waitFor({ state: 'detached' })
  await screen.show('Готово')
  await screen.open('Письмо отложено: не заявка')
  await screen.letter.getByText(/Отложено: Благодарность, ответа не требует/).waitFor()
  await screen.letter.getByRole('button', { name: 'Вернуть' }).click()
  await picture('taken-back')
  await screen.letters.getByText('Завершённых заявок пока нет').waitFor()
  await screen.show('Нужно сделать')
  await screen.line('полей заявки не найдено').waitFor()
  await changeTo(desk.page, 'administrator', firstPassword)
  await screen.page.getByRole('link', { name: 'Настройки' }).click()
  await screen.page.getByRole('tab', { name: 'Журнал событий' }).click()
  for (const words of [
    'Письмо отложено',
    'Письмо возвращено',
    'Открыто письмо',
    'Письмо получено',
    'Открыты данные документа',
  ])
    await screen.page.getByText(words).first().waitFor()
  expect(desk.complaints).toEqual([])
})

test('a form under unknown names is offered; a person says what each field is and registers it', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const { page } = desk
  await changeTo(page, 'specialist', ownPassword)
  await screen.openFromToday()
  const csv = Buffer.from('f1,Чижов\nf2,Олег\nf3,12.03.1961\nf4,8 900 000-00-44').toString('base64')
  const raw = [
    'From: Site <site@example.ru>',
    'Subject: form',
    'Message-ID: <unknown-form@example.ru>',
    'MIME-Version: 1.0',
    'Content-Type: text/csv; name=z.csv',
    'Content-Disposition: attachment; filename=z.csv',
    'Content-Transfer-Encoding: base64',
    '',
    csv,
  ].join('\r\n')
  await screen.drop('форма.eml', raw)
  await screen.line('Site').last().waitFor()
  await picture('letters-offered')
  await screen.line(/^Site/).last().click()
  await screen.fields.getByText('f1: Чижов').waitFor()
  await isAccessible()
  await picture('letter-offered')
  await screen.register.click()
  for (const [label, target] of [
    ['f1', 'Фамилия'],
    ['f2', 'Имя'],
    ['f4', 'Телефон'],
  ] as const) {
    await page.getByRole('combobox', { name: `Что такое «${label}»` }).click()
    await page.getByRole('option', { name: target, exact: true }).click()
  }
  const { registration } = new ApplicationsPage(page)
  expect(await registration.getByRole('textbox', { name: 'Фамилия', exact: true }).inputValue()).toBe('Чижов')
  await isAccessible()
  await picture('register-offered')
  await registration.getByRole('button', { name: 'Отмена' }).click()
  await screen.letter.getByRole('button', { name: 'Отложить…' }).click()
  await screen.dialog.getByLabel('Почему это не заявка').fill('Проба')
  await screen.dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
  await screen.letters.waitFor()
})
