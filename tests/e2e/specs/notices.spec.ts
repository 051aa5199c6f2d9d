import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { changeTo } from '../../fixtures/change-person.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { formNotices } from '../../fixtures/form-notice.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { firstPassword, ownPassword } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { type SmtpFixture, startSmtp } from '../../fixtures/smtp/smtp-fixture.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { NoticesPage } from '../pages/notices-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** Notices by screens, against a real mail server: its settings, their words, what goes out and what does not. */
let desk: Desk
let smtp: SmtpFixture
let screen: NoticesPage

beforeAll(async () => {
  smtp = await startSmtp()
  smtp.behaviour.recipient = address =>
    address.startsWith('nobody') ? { code: 550, text: `5.1.1 <${address}> user unknown` } : undefined
  desk = await openStaffedDesk()
  screen = new NoticesPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await desk.close()
  await smtp.stop()
})

const picture = (name: string) => keepPicture(desk.page, `notices-${name}`)
const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('the administrator enters the server: a wrong password is told, the right one is proven by a test letter', async () => {
  await changeTo(desk.page, 'administrator', firstPassword)
  await screen.openSettings()
  await screen.server.getByText('Сервер не указан, уведомления ждут').waitFor()
  await isAccessible()
  const entered = { ...smtp, from: 'notices@example.ru' }
  await screen.enterServer({ ...entered, password: 'не-тот' })
  await screen.server.getByRole('button', { name: 'Проверить', exact: true }).click()
  await screen.server.getByText(/Сервер не принял имя пользователя или пароль/).waitFor()
  await screen.server.getByLabel('Пароль', { exact: true }).fill(smtp.password)
  await screen.server.getByLabel('Пробное письмо на адрес').fill('admin@example.ru')
  await screen.server.getByRole('button', { name: 'Проверить', exact: true }).click()
  await screen.server.getByText(/принял пробное письмо/).waitFor()
  expect(smtp.letters.map(({ to }) => to)).toEqual(['admin@example.ru'])
  await isAccessible()
  await picture('server')
  await screen.server.getByRole('button', { name: 'Проверить и записать' }).click()
  await screen.server.getByText('Уведомления уходят').waitFor()
  expect(await desk.page.content()).not.toContain(smtp.password)
  await desk.page.getByRole('textbox', { name: 'Телефон для граждан' }).fill('+7 900 000-00-01')
  await desk.page.getByRole('button', { name: 'Записать телефон' }).click()
  await desk.page.getByText('Телефон для граждан записан').waitFor()
})

test('the words: an unknown field is told as it is typed, a preview is shown, own words are kept and given back', async () => {
  const { templates } = screen
  const text = templates.getByLabel('Текст')
  const original = await text.inputValue()
  await text.fill(`${original}\n{тема}`)
  await templates.getByText(/Неизвестное здесь поле: \{тема\}/).waitFor()
  expect(await templates.getByRole('button', { name: 'Записать текст' }).isDisabled()).toBe(true)
  await text.fill(original.replace('{ссылка}', ''))
  await templates.getByText(/Нет обязательных полей: \{ссылка\}/).waitFor()
  await text.fill(original.replace('Здравствуйте', 'Добрый день'))
  await templates.getByRole('button', { name: 'Показать письмо' }).click()
  await templates
    .getByRole('article', { name: 'Письмо' })
    .getByText(/Добрый день, Соловей Соловеевич!/)
    .waitFor()
  await templates.scrollIntoViewIfNeeded()
  await isAccessible()
  await picture('words')
  await templates.getByRole('button', { name: 'Записать текст' }).click()
  await templates.getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await templates.getByRole('button', { name: 'Вернуть исходный текст' }).waitFor({ state: 'detached' })
  expect(await text.inputValue()).toBe(original)
})

test('what the server refuses asks for a call; the call is noted and the thing is gone', async () => {
  await changeTo(desk.page, 'specialist', ownPassword)
  const client = await desk.client()
  const add = async (familyName: string, email: string) => {
    const made = newApplication({ familyName, inMinutes: 24 * 60, link: newMeetingLink() })
    const registered = await plantReception(client, desk.profileDirectory, {
      ...made,
      fields: { ...made.fields, email, phone: '+7 900 000-00-02' },
    })
    return { ...registered, kind: 'appointment' as const }
  }
  const orders = [await add('Канарейкин', 'kanar@example.ru'), await add('Щеглов', 'nobody@example.ru')]
  await formNotices(desk.profileDirectory, orders)
  await unwrap(client.calls.notices.tryNow())
  await smtp.taken(2)
  await screen.attention.getByText(/Щеглов П\. П\., № 2.*уведомление не доставлено/).waitFor()
  const sent = await unwrap(client.calls.notices.ofApplication({ applicationId: orders[0]?.applicationId ?? '' }))
  expect(sent.notices[0]).toMatchObject({ standing: 'accepted', toAddress: 'kanar@example.ru' })
  expect(smtp.letters[1]?.messageId).toBe(sent.notices[0]?.messageId)
  client.close()
  await new TodayPage(desk.page).go()
  await isAccessible()
  await picture('attention')
  await screen.attention.getByRole('button', { name: 'Сообщено гражданину…' }).click()
  await screen.dialog.getByText('+7 900 000-00-02').waitFor()
  expect(
    await screen.dialog.getByRole('button', { name: 'Отмена' }).evaluate(node => node === document.activeElement),
  ).toBe(true)
  await isAccessible()
  await picture('told')
  await desk.page.keyboard.press('Escape')
})

test('a server that refuses the sender stops the outbox: what waits is listed with the reason, and sent otherwise', async () => {
  smtp.behaviour.sender = { code: 550, text: '5.7.1 <notices@example.ru> sender blocked' }
  const client = await desk.client()
  const made = newApplication({ familyName: 'Чижов', inMinutes: 25 * 60, link: newMeetingLink() })
  const fields = { ...made.fields, email: 'chizh@example.ru' }
  const registered = await plantReception(client, desk.profileDirectory, { ...made, fields })
  await formNotices(desk.profileDirectory, [{ ...registered, kind: 'appointment' }])
  await unwrap(client.calls.notices.tryNow())
  client.close()
  await screen.openOutbox()
  await screen.outbox.getByText('Отправка остановлена. Ничего не потеряно; нужен администратор').waitFor()
  // What the server said is folded: it is no message to a specialist.
  const said = screen.outbox.getByText(/5\.7\.1 ‹адрес› sender blocked/).first()
  expect(await said.isVisible()).toBe(false)
  await screen.outbox.getByRole('button', { name: 'Ответ сервера' }).first().click()
  await said.waitFor()
  const cases = new ApplicationsPage(desk.page)
  const line = cases.line('Чижов П. П.')
  await line.getByText('Уведомление не уходит: сообщите гражданину').waitFor()
  await isAccessible()
  await picture('outbox')
  await line.click()
  const evidence = desk.page.getByRole('region', { name: 'Уведомления', exact: true })
  await evidence.getByRole('button', { name: 'Письмо и отправка' }).click()
  await evidence.getByText(/Попытка 1: отложено: Сервер не отправляет письма от этого имени/).waitFor()
  await evidence.getByText(/Message-ID/).waitFor()
  await isAccessible()
  await picture('evidence')
  await cases.chosen.getByRole('button', { name: 'Сообщено гражданину…' }).click()
  await desk.page.getByRole('radio', { name: 'С другого почтового ящика' }).check()
  await desk.page.getByLabel('Кому и что сообщено').fill('гражданину')
  // A plain Enter sets no legal fact.
  await desk.page.getByRole('button', { name: 'Сообщено гражданину', exact: true }).press('Enter')
  await desk.page.getByRole('button', { name: 'Сообщено гражданину', exact: true }).click()
  await evidence.getByText('Сообщено гражданину: Отправлено с другого почтового ящика. гражданину').waitFor()
  await isAccessible()
})
