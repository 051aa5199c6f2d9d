import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayTitle } from '../../../renderer/ui/day-title.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { keyboardOnly } from '../../fixtures/keyboard.ts'
import { newMeetingLink } from '../../fixtures/new-application.ts'
import { firstPassword, staff } from '../../fixtures/people.ts'
import { until } from '../../fixtures/until.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** From the registration to the appointed reception: real workstation, real browser. */
let desk: Desk
let screen: ApplicationsPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  screen = new ApplicationsPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

const picture = (name: string) => keepPicture(desk.page, name)

test('an empty list says what to do; registered incomplete, it says what is missing', async () => {
  await screen.go()
  await desk.page.getByText('Всё сделано').waitFor()
  await screen.register.click()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await screen.field('Фамилия').fill('Канарейкин')
  await screen.field('Телефон').fill('36-04-14')
  await screen.registration.getByText('Номер без кода города').first().waitFor()
  await screen.registration.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).check()
  await screen.registerAlone.click()
  await screen.registration.getByText('Заявка не зарегистрирована, введённое осталось в форме').waitFor()
  // The first wrong field is scrolled to and has the focus.
  await expect.poll(() => screen.field('Телефон').evaluate(field => field === document.activeElement)).toBe(true)
  await screen.field('Телефон').fill('8 900 000-00-12')
  await screen.registerAlone.click()
  await screen.chosen.getByText('+7 900 000-00-12').waitFor()
  await screen
    .line('Канарейкин')
    .getByText(/Решение по заявке: осталось 3 рабочих дня/)
    .waitFor()
  await screen.chosen.getByText('Неполная заявка (п. 2.2)').waitFor()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
})

test('what was missing is filled in and the consents are noted', async () => {
  await screen.chosen.getByRole('button', { name: 'Дополнить заявку…' }).click()
  await screen.completion.waitFor()
  // What was written once is no field to be typed over.
  expect(await screen.field('Фамилия').isDisabled()).toBe(true)
  await screen.field('Имя').fill('Пётр')
  await screen.field('Тематика вопроса').fill('Субсидия на оплату ЖКУ')
  await screen.field('Откуда это стало известно').fill('по телефону, заявитель')
  await desk.page.keyboard.press('Control+Enter')
  await screen.chosen.getByRole('heading', { name: 'Канарейкин Пётр' }).waitFor()
  for (const name of ['обработку персональных данных', 'видеозапись']) {
    await screen.chosen
      .getByRole('region', { name: 'Согласия' })
      .getByRole('button', { name: 'Записать…' })
      .nth(name === 'видеозапись' ? 1 : 0)
      .click()
    await screen.field('Кто и как сообщил, какими словами').fill('по телефону: согласен')
    await desk.page.getByRole('dialog').getByRole('radio', { name: 'Согласен', exact: true }).check()
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await screen.chosen.getByText(/Согласие на видеозапись приёма: дано/).waitFor()
})

test('the day of receipt is put right with a reason: terms are counted anew, the trace stays', async () => {
  const { page } = desk
  const right = Temporal.Now.plainDateISO('Asia/Novokuznetsk').subtract({ days: 14 }).toString()
  await screen.chosen.getByText(/^Поступила .*указано при регистрации/).waitFor()
  await screen.chosen.getByRole('button', { name: 'Исправить дату…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Исправить дату поступления' })
  const submit = dialog.getByRole('button', { name: 'Исправить и пересчитать сроки' })
  await screen.field('Почему дата другая').fill('Заявление принято на бумаге раньше')
  // The day is the same still.
  expect(await submit.isDisabled()).toBe(true)
  await screen.field('Дата поступления').fill('31.02.2026')
  await page.keyboard.press('Tab')
  await dialog.getByText(/Такого дня в календаре нет/).waitFor()
  await screen.field('Дата поступления').fill(formatLocalDate(right))
  await page.keyboard.press('Tab')
  await picture('receipt-dialog')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  await submit.click()
  await dialog.waitFor({ state: 'detached' })
  await screen.chosen.getByText(new RegExp(`^Поступила ${formatLocalDate(right).replaceAll('.', '\\.')}`)).waitFor()
  await screen.chosen.getByText(/стало .*Заявление принято на бумаге раньше/).waitFor()
  await screen.chosen
    .getByText(/Пересчитан|пересчитан/)
    .first()
    .waitFor()
  await screen
    .line('Канарейкин')
    .getByText(/просроч|истёк|срок прош/i)
    .first()
    .waitFor()
  await picture('application-card')
})

test('a line registered by mistake is struck through, counted apart and put right by nobody', async () => {
  const { page } = desk
  const journal = new JournalPage(page)
  await screen.register.click()
  await screen.field('Фамилия').fill('Ошибкин')
  await screen.field('Имя').fill('Олег')
  await picture('register-dialog')
  await screen.registration.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).check()
  await screen.registerAlone.click()
  await screen.chosen.getByRole('heading', { name: 'Ошибкин Олег' }).waitFor()
  await screen.more('Аннулировать ошибочную запись…')
  await screen.field('Почему запись ошибочна').fill('Внесена дважды')
  await page.getByRole('dialog').getByRole('button', { name: 'Аннулировать запись' }).click()
  await screen.chosen.getByText('аннулирована', { exact: true }).first().waitFor()
  expect(await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).count()).toBe(0)

  await journal.go()
  await page.getByText('1 заявка, отдельно аннулировано: 1').waitFor()
  await journal.row('Ошибкин').locator('s').first().waitFor()
  await picture('journal-annulled')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  await journal.chip('Аннулированы').click()
  await journal.only('Ошибкин')
  await journal.openRow('Ошибкин')
  expect(await journal.panel.getByRole('button', { name: /Исправить/ }).count()).toBe(0)
  await journal.chip('Аннулированы').click()
  await screen.go()
})

test('by keyboard alone: registered, appointed into the first free time, seen on «Сегодня»', async () => {
  const { page } = desk
  const keyboard = await keyboardOnly(page)
  await keyboard.tabTo(screen.register)
  await keyboard.press('Enter')
  for (const [label, words] of [
    ['Фамилия', 'Синицын'],
    ['Имя', 'Олег'],
    ['Дата рождения', '04.03.1970'],
    ['Телефон', '+7 900 000-00-13'],
    ['Адрес регистрации', 'г. Кемерово, ул. Примерная, д. 2'],
    ['Тематика вопроса', 'Социальный контракт'],
    ['Серия', '0000'],
    ['Номер', '000013'],
  ] as const) {
    await keyboard.tabTo(screen.field(label))
    await keyboard.type(words)
  }
  for (const name of ['Согласие на обработку персональных данных', 'Согласие на ведение видеозаписи приёма']) {
    await keyboard.tabTo(screen.registration.getByRole('checkbox', { name }))
    await keyboard.press('Space')
  }
  // No e-mail: incomplete, which is confirmed.
  await keyboard.tabTo(screen.registration.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }))
  await keyboard.press('Space')
  // Ctrl+Enter is the primary's, and says what it lacks: the link.
  await screen.registration.getByText('Вставьте ссылку на встречу.').waitFor()
  await keyboard.press('Control+Enter')
  await keyboard.tabTo(screen.registerAlone)
  await keyboard.press('Space')
  await screen.chosen.getByRole('heading', { name: 'Синицын Олег' }).waitFor()

  await keyboard.tabTo(screen.chosen.getByRole('button', { name: 'Назначить приём…' }))
  await keyboard.press('Enter')
  await screen.chosenTime.waitFor()
  // The first free time is chosen and has the focus: a harmless place.
  const first = await screen.chosenTime.getAttribute('data-local')
  await until(
    'the grid has the focus',
    () => screen.chosenTime.evaluate(element => element === document.activeElement),
    has => has,
  )
  await keyboard.press('Enter')
  await keyboard.press('ArrowDown')
  await keyboard.press('Space')
  const local = (await screen.chosenTime.getAttribute('data-local')) ?? ''
  expect(local > (first ?? '')).toBe(true)
  await keyboard.tabTo(screen.field('Ссылка на встречу в Телемосте или её номер'))
  await keyboard.type(newMeetingLink())
  await keyboard.press('Enter')
  await screen.appointment.waitFor()
  await keyboard.press('Control+Enter')
  await screen.appointment.waitFor({ state: 'detached' })
  await screen.chosen.getByText(`Приём ${formatLocalDate(local.slice(0, 10))} ${local.slice(11)}`).waitFor()
  expect(await keyboard.mouseEvents()).toBe(0)

  const today = new TodayPage(page)
  await keyboard.tabTo(page.getByRole('link', { name: 'Сегодня' }))
  await keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 1 })
  const day = dayTitle(local.slice(0, 10))
  await title.getByText('Заявки').waitFor({ state: 'detached' })
  for (let days = 0; days < 14; days += 1) {
    const before = await title.innerText()
    if (before === day) break
    await keyboard.press('Control+ArrowRight')
    await until(
      'another day',
      () => title.innerText(),
      shown => shown !== before,
    )
  }
  await today.line('Синицын О.').waitFor()
  expect(await keyboard.mouseEvents()).toBe(0)
  // As it is dialled, wherever it stands.
  await today.line('Синицын О.').click()
  await today.selected.getByText('+7 900 000-00-13').waitFor()
})

test('the taken time is shown with whom, and a second citizen gets the next one', async () => {
  await screen.go()
  await screen.line('Канарейкин').click()
  await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
  await screen.appointment.getByRole('button', { name: /Синицын О\.\s*, занято/ }).waitFor()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await screen.appointment.getByRole('button', { name: 'Отмена' }).click()
})

test('a citizen who declined: cancelled from the card, column 7 says so', async () => {
  await screen.find('Синицын')
  await screen.more('Отменить (п. 2.6)…')
  const dialog = desk.page.getByRole('dialog', { name: /Отменить приём/ })
  await dialog.getByRole('radio', { name: 'Гражданин отказался от приёма' }).check()
  await dialog.getByRole('button', { name: 'Отменить приём' }).click()
  await screen.chosen.getByText('приём отменён', { exact: true }).waitFor()
  await screen.chosen.getByText(/Приём отменён \(п\. 2\.6\): гражданин отказался/).waitFor()
  await screen.search.fill('')
  await screen.show('Готово')
  await screen.line('Синицын').waitFor()
})

test('the administrator grants and revokes an authorisation', async () => {
  const { page } = desk
  const client = await desk.client()
  await unwrap(client.calls.accounts.signOut())
  client.close()
  await new SignInPage(page).signIn(staff.administrator.shortName, firstPassword)
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Уполномочить специалиста…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Специалист' }).click()
  await page.getByRole('option', { name: new RegExp(staff.specialist.shortName) }).click()
  await dialog.getByLabel('С какого дня').fill('01.11.2026')
  await dialog.getByLabel('Основание').fill('приказ от 01.11.2026 № 5')
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Уполномочить' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /Отозвать полномочие/ }).click()
  await page.getByText('отозвано', { exact: true }).waitFor()
  expect(desk.complaints).toEqual([])
})
