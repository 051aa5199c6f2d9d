import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { addOtherSpecialist, otherSpecialist, signInAs } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { MoveDialog } from '../pages/move-dialog.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** «Другой срок…» and «Отменить (п. 2.6)…», from the day's list and from the reception itself. */
let desk: Desk
let today: TodayPage
let journal: JournalPage
const takenLink = newMeetingLink()

beforeAll(async () => {
  desk = await openStaffedDesk()
  const client = await desk.client()
  for (const [familyName, link] of [
    ['Авдеев', takenLink],
    ['Белов', newMeetingLink()],
    ['Волков', newMeetingLink()],
    ['Градов', newMeetingLink()],
  ] as const) {
    await plantReception(client, desk.profileDirectory, newApplication({ familyName, inMinutes: -1, link }))
  }
  await signInAs(client, 'administrator')
  await addOtherSpecialist(client)
  await signInAs(client, 'specialist')
  client.close()
  await desk.page.reload()
  today = new TodayPage(desk.page)
  journal = new JournalPage(desk.page)
})
afterAll(() => desk.close())
beforeEach(() => today.go())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

/** Columns of the journal as the screen shows them. */
async function row(familyName: string): Promise<string[]> {
  await journal.go()
  await journal.search.fill(familyName)
  await journal.only(familyName)
  return await journal.cells(familyName)
}

test('by request of the citizen: a decision and a free link are asked for at their fields', async () => {
  await today.line('Белов П. П.').click()
  const dialog = await MoveDialog.openOfChosen(today)
  await dialog.submit()
  await dialog.root.getByText('Укажите, кто и почему решил').waitFor()
  await dialog.root.getByText('Укажите дату приёма').waitFor()

  await dialog.basis.fill('просил по телефону, решил заведующий')
  await dialog.fillTime('26.11.2030', '11:30')
  await dialog.newLink.fill(takenLink)
  await dialog.submit()
  await dialog.root
    .getByText(/Эта ссылка уже у заявки № 1/)
    .first()
    .waitFor()
  expect(await dialog.basis.inputValue()).toBe('просил по телефону, решил заведующий')

  await dialog.newLink.fill('')
  await dialog.submit()
  await dialog.root.waitFor({ state: 'detached' })
  await today.line('Белов П. П.').getByText('перенесён').waitFor()
  expect((await row('Белов'))[4]).toContain('перенесен на 26.11.2030 в 11:30')
  await today.go()
  await today.open('Белов П. П.')
  await desk.page.getByRole('heading', { name: /^Приём перенесён/ }).waitFor()
  await isAccessible()
})

test('a replaced specialist: who takes over is chosen and stands in column 6', async () => {
  await today.line('Градов П. П.').click()
  const dialog = await MoveDialog.openOfChosen(today)
  await dialog.root.getByRole('radio', { name: 'Замена специалиста' }).check()
  await dialog.basis.fill('болезнь, решил заведующий')
  await dialog.fillTime('27.11.2030', '09:30')
  await dialog.submit()
  await dialog.root.getByText('Укажите, кто проведёт приём').waitFor()
  await isAccessible()
  await dialog.chooseSpecialist('Орлова О. Ю.')
  await dialog.submit()
  await dialog.root.waitFor({ state: 'detached' })
  expect((await row('Градов'))[5]).toBe(otherSpecialist.fullName)
})

test('for a fault of ours: the agreed time moves the reception in that one act, the row says both', async () => {
  await today.open('Волков П. П.')
  const session = new SessionPage(desk.page)
  await (await session.openRoom()).close()
  await session.markFault('Нет звука.')
  await session.agreeTime('25.11.2030', '10:00')
  await desk.page.getByRole('heading', { name: /^Приём перенесён/ }).waitFor()
  const cells = await row('Волков')
  expect(cells[4]).toContain('перенесен на 25.11.2030 в 10:00 (п. 3.5)')
  expect(cells[6]).toMatch(/не проведен: нет звука\..*согласован иной срок 25\.11\.2030 10:00/)
})

test('cancelled (п. 2.6): both questions, and what stands instead of the reception', async () => {
  const { page } = desk
  await today.line('Авдеев П. П.').click()
  const dialog = await MoveDialog.openOfChosen(today)
  await dialog.close()
  await today.more('Отменить (п. 2.6)…')
  const cancelling = page.getByRole('dialog', { name: 'Отменить приём (п. 2.6)' })
  await cancelling.waitFor()
  await cancelling.getByRole('button', { name: 'Не отменять' }).click()
  await cancelling.waitFor({ state: 'detached' })
  await today.cancelSelected('Гражданин отказался от приёма')
  await today.open('Авдеев П. П.')
  await page.getByRole('heading', { name: /^Приём отменён/ }).waitFor()
})
