import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkingDays } from '../../../shared/calendar/count-days.ts'
import { formatLocalDate, localDate } from '../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { xmlCalendar } from '../../fixtures/calendar-files.ts'
import { bundledYears, kuzbassCalendar } from '../../fixtures/calendars.ts'
import { changeTo } from '../../fixtures/change-person.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { firstPassword } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { CalendarPage } from '../pages/calendar-page.ts'
import { DayPage } from '../pages/day-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** A term from the receipt to its end, and the calendar it is counted by: real workstation, real browser. */
const calendar = kuzbassCalendar({ timeZone })
const today = localDate(Date.now(), timeZone)
/** The first working day after today: a day off declared there moves every term that runs. */
const tomorrow = addWorkingDays(calendar, today, 1)
const decisionDue = addWorkingDays(calendar, today, 3)
const movedTo = addWorkingDays(calendar, decisionDue, 1)
const longAgo = Temporal.PlainDate.from(today).subtract({ days: 30 }).toString()
const basis = 'приказ органа от 20.11.2026 № 14'

let desk: Desk
let screen: CalendarPage
let list: TodayPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  const client = await desk.client()
  for (const [familyName, receivedOn, inMinutes] of [
    ['Зимин', today, 30],
    ['Котов', longAgo, 45],
  ] as const) {
    const { fields, ...rest } = newApplication({ familyName, inMinutes, link: newMeetingLink() })
    await plantReception(client, desk.profileDirectory, { ...rest, fields: { ...fields, receivedOn } })
  }
  client.close()
  screen = new CalendarPage(desk.page)
  list = new TodayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  await list.line('Зимин П. П.').click()
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('an application of today: three working days are left, none of them asks for attention', async () => {
  await screen.terms.getByText(`осталось 3 рабочих дня, срок по ${formatLocalDate(decisionDue)}`).waitFor()
  expect(await new DayPage(desk.page).line('Зимин П. П.').count()).toBe(0)
  await isAccessible()
  await list.more('Все сроки…')
  await screen.dialog.getByText('3 рабочих дня со дня поступления заявки').waitFor()
  await isAccessible()
  await desk.page.keyboard.press('Escape')
})

test('an application of a month ago: overdue, in words, with what to do; noted, it is gone', async () => {
  const { attention } = new DayPage(desk.page)
  await attention.getByText(/Котов П\. П\., № 2: решение по заявке \(п\. 2\.4\): просрочен на \d+ рабоч/).waitFor()
  await list.line('Котов П. П.').click()
  await screen.terms.getByRole('button', { name: 'Сообщено гражданину…' }).click()
  await screen.dialog.waitFor()
  await isAccessible()
  await desk.page.keyboard.press('Escape')
  await screen.tell('гражданину лично')
  await screen.terms.getByText(/Подтверждение участия гражданином: /).waitFor()
  await attention.getByText(/решение по заявке/).waitFor({ state: 'detached' })
  await screen.confirm('гражданин сам')
  await screen.terms.getByText(/Участие подтверждено .* по телефону \(гражданин сам\), отмечено: /).waitFor()
  await screen.terms.getByText('Сроки по заявке: было опоздание').waitFor()
})

test('the head declares a day off: what it moves is told by number, then moved, then taken back', async () => {
  await changeTo(desk.page, 'head', firstPassword)
  await screen.open()
  await isAccessible()
  await screen.enterDay(formatLocalDate(tomorrow), 'Выходной', basis)
  const shift = `№ 1, решение по заявке: был по ${formatLocalDate(decisionDue)}, станет по ${formatLocalDate(movedTo)}`
  await screen.dialog.getByText(shift).waitFor()
  expect(await screen.dialog.innerText()).not.toContain('Зимин')
  await isAccessible()
  await screen.save()
  await screen.exceptions.getByText(basis).waitFor()
  await isAccessible()

  await list.go()
  await list.line('Зимин П. П.').click()
  await screen.terms.getByText(`срок по ${formatLocalDate(movedTo)}`).waitFor()
  await list.more('Все сроки…')
  await screen.dialog.getByText(`был по ${formatLocalDate(decisionDue)}, стал по`).waitFor()
  await desk.page.keyboard.press('Escape')

  await screen.open()
  await screen.exceptions.getByRole('button', { name: `Отменить: ${formatLocalDate(tomorrow)}` }).click()
  await screen.dialog.getByLabel('Документ-основание').fill('приказ об отмене № 15')
  await screen.dialog.getByText('Изменятся сроки открытых заявок: 1').waitFor()
  await screen.save()
  await screen.exceptions.getByText('Орган работает по производственному календарю').waitFor()
})

test('a file that is no calendar is refused in words; a calendar is told, then loaded with its decree', async () => {
  const [, , last] = bundledYears
  if (!last) throw new Error('no calendars')
  await screen.years.getByRole('button', { name: 'Загрузить год…' }).click()
  const choose = screen.dialog.locator('input[type=file]')
  await screen.dialog.getByLabel('Основание').fill('постановление Правительства РФ от 01.02.2027 № 9')
  await choose.setInputFiles({ name: 'calendar.xml', mimeType: 'text/xml', buffer: Buffer.from('<html></html>') })
  await screen.dialog.getByText(/Файл не принят: неизвестный элемент <html>\. Календарь не изменён/).waitFor()
  await isAccessible()
  const moved = last.daysOff.map(date => (date === '2027-12-31' ? '2027-12-30' : date))
  const changed = xmlCalendar({ ...last, daysOff: moved, shortened: [...last.shortened, '2027-12-31'] })
  await choose.setInputFiles({ name: 'calendar.xml', mimeType: 'text/xml', buffer: Buffer.from(changed) })
  await screen.dialog.getByText('Отличаются дни: 30.12.2027, 31.12.2027.').waitFor()
  await isAccessible()
  await screen.dialog.getByRole('button', { name: 'Загрузить', exact: true }).click()
  await screen.years.getByText('постановление Правительства РФ от 01.02.2027 № 9').waitFor()
})

test('the hours of the body are written with their document', async () => {
  const { schedule } = screen
  await schedule.getByRole('spinbutton', { name: 'Пятница: конец, часы' }).fill('17')
  await schedule.getByLabel('Документ-основание').fill('правила внутреннего распорядка № 4')
  await isAccessible()
  await schedule.getByRole('button', { name: 'Записать график' }).click()
  await schedule.getByText(/Основание: правила внутреннего распорядка № 4/).waitFor()
  expect(desk.complaints).toEqual([])
})
