import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { citizen, enterApplication } from '../../fixtures/reception-by-hand.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** WCAG 2.1 A and AA where there is nothing to show: an empty workplace, nothing found, not read, not drawn. */
let desk: Desk
let today: TodayPage
beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
  today = new TodayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
const nobody = '00000000-0000-4000-8000-000000000000'

test('a day, a journal and recordings with nothing in them', async () => {
  const { page } = desk
  await today.empty.waitFor()
  await isAccessible()
  await new JournalPage(page).go()
  await page.getByText('Журнал пуст').waitFor()
  await isAccessible()
  await new RecordingsPage(page).go()
  await page.getByText('Записей пока нет').waitFor()
  await isAccessible()
  await today.go()
})

test('an application with every field wrong', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Новая заявка…' }).first().click()
  await today.submitApplication()
  await today.dialog.locator('[aria-invalid=true]').first().waitFor()
  await isAccessible()
  await page.keyboard.press('Escape')
  await today.dialog.waitFor({ state: 'detached' })
})

test('nothing found in the journal', async () => {
  await enterApplication(desk)
  const journal = new JournalPage(desk.page)
  await journal.go()
  await journal.search.fill('нет такого слова')
  await journal.nothingFound.waitFor()
  await isAccessible()
})

test('a reception and a recording that are not there', async () => {
  const { page, supervisor } = desk
  await page.goto(`${supervisor.origin}/#/reception/${nobody}`)
  await page.getByText('Приём не прочитан').waitFor()
  await page.getByRole('button', { name: 'Для технического специалиста' }).click()
  await isAccessible()
  await page.goto(`${supervisor.origin}/#/recordings/${nobody}`)
  await page.getByText('Запись не открыта').waitFor()
  await isAccessible()
})

test('a screen that cannot be drawn says what is kept, is drawn again on demand, and stands in nobody’s way', async () => {
  const { page } = desk
  expect(desk.complaints).toEqual([])
  const failure = page.getByText('Экран не удалось показать')
  await breakPlurals()
  await today.go()
  await failure.waitFor()
  await page.getByText('Отметки и заметки сохранены, запись идёт отдельно и не прервалась.').waitFor()
  await isAccessible()
  await mendPlurals()
  await page.getByRole('button', { name: 'Показать заново' }).click()
  await today.line(citizen.shortName).waitFor()

  await new RecordingsPage(page).go()
  await page.getByText('Записей пока нет').waitFor()
  await breakPlurals()
  await today.go()
  await failure.waitFor()
  await mendPlurals()
  await new JournalPage(page).go()
  expect(await failure.count()).toBe(0)
})

/** The part of the browser that chooses «приём», «приёма» or «приёмов» fails, as any part may. */
async function breakPlurals(): Promise<void> {
  await desk.page.evaluate(() => {
    const { select } = Intl.PluralRules.prototype
    Intl.PluralRules.prototype.select = () => {
      throw new Error('no plurals')
    }
    Object.assign(window, {
      mendPlurals: () => {
        Intl.PluralRules.prototype.select = select
      },
    })
  })
}

const mendPlurals = () => desk.page.evaluate(() => (window as unknown as { mendPlurals(): void }).mendPlurals())
