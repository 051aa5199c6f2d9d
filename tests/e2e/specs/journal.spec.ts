import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { chooseFile, makeFilm } from '../../fixtures/film.ts'
import { until } from '../../fixtures/until.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'

/** The journal on the demonstration's data: of the receptions held few are recorded. Steps build on each other. */
let desk: Desk
let journal: JournalPage
let film: string
beforeAll(async () => {
  desk = await openDesk({ demonstration: true })
  journal = new JournalPage(desk.page)
  film = join(desk.directory, 'Петров приём.webm')
  await makeFilm(film)
})
afterAll(() => desk.close())

/** The row a recording is added to. */
let heading = ''

/** The first row that was held: the demonstration has many. */
async function openHeldRow(...alsoChips: readonly string[]): Promise<void> {
  await journal.go()
  const rowCount = () => journal.grid.getAttribute('aria-rowcount')
  for (const chip of ['Проведены', ...alsoChips]) {
    const all = await rowCount()
    await journal.chip(chip).click()
    await until('the journal is narrowed', rowCount, narrowed => narrowed !== all)
  }
  await journal.grid.focus()
  await desk.page.keyboard.press('Enter')
  await journal.panel.waitFor()
}

test('arrows walk the rows, Enter opens the panel, Esc closes it and gives the keys back', async () => {
  await openHeldRow('Без записи')
  await journal.tab('История').click()
  await journal.panel.getByText('Гражданин подключился').first().waitFor()
  await desk.page.keyboard.press('Escape')
  await journal.panel.waitFor({ state: 'hidden' })
  await desk.page.keyboard.press('ArrowDown')
  await desk.page.keyboard.press('Enter')
  await journal.panel.waitFor()
  heading = await journal.panel.getByRole('heading').first().innerText()
  expect(await axeViolations(desk.page)).toEqual([])
})

test('a correction shows, is marked, is found by both texts, and is taken back', async () => {
  const { page } = desk
  await journal.correct(/[Тт]ематика/, 'Уточнённая тематика обращения', 'Опечатка оператора')
  await journal.panel.getByText('исправлено; записано впервые').waitFor()
  await journal.tab('История').click()
  await journal.panel.getByText('Причина: Опечатка оператора').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await journal.search.fill('уточненной тематики')
  await journal.row('исправлено').waitFor()
  await journal.panel.getByRole('button', { name: 'Вернуть прежний текст…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Исправить строку/ })
  await dialog.getByRole('textbox', { name: 'Причина исправления' }).fill('Было верно')
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Записать исправление' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await journal.panel.getByText('Причина: Было верно').waitFor()
  await journal.tab('Строка').click()
  await journal.panel.getByText('исправлено; записано впервые').waitFor({ state: 'hidden' })
  await journal.search.fill('')
})

test('«Почему нет записи?» answers with the conclusion on top', async () => {
  await journal.tab('Строка').click()
  await journal.panel.getByRole('link', { name: 'Почему нет записи?' }).click()
  await desk.page.getByText('Записи нет, хотя гражданин подключился').waitFor()
  expect(await axeViolations(desk.page)).toEqual([])
})

test('a file that is no film is refused in words; Telemost’s own is taken over after a look at it', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Добавить запись из Телемоста…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Добавить запись из Телемоста' })
  await chooseFile(dialog, { name: 'письмо.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film at all') })
  await dialog.getByText(/Это не видеозапись/).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await chooseFile(dialog, film)
  await dialog.getByText('В файле не указано, когда он сделан').waitFor({ timeout: 30_000 })
  await dialog.getByText(/Получена из Телемоста/).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Добавить, несмотря на предупреждения' }).click()
  await new RecordingsPage(page).panel.getByText(/^Получена из Телемоста: /).waitFor()
})

test('the taken-over recording is covered, plays, says who looked and why, and can be held', async () => {
  const { page } = desk
  const recordings = new RecordingsPage(page)
  await recordings.panel.getByText('Где в кадре документ, неизвестно').waitFor()
  await recordings.uncoverDocument('проверка идентификации', async () =>
    expect(await axeViolationsInBothSchemes(page)).toEqual([]),
  )
  await recordings.viewings.getByText(/показан документ: проверка идентификации/).waitFor()
  await recordings.play()
  await until(
    'it plays',
    () => recordings.positionSeconds(),
    seconds => seconds > 0.5,
  )
  await recordings.hold('жалоба или обращение', 'Жалоба вх. № 17')
  await recordings.panel.getByText('Снять запрет может руководитель').waitFor()
  const line = recordings.list.getByRole('option').filter({ hasText: 'запрет уничтожения' })
  await line.waitFor()
  expect(await line.innerText()).toMatch(/из Телемоста[\s\S]*вы смотрели/)
  await recordings.verify()
  await recordings.intact.waitFor({ timeout: 30_000 })
  expect(await axeViolations(page)).toEqual([])
})

test('the journal shows where the recording came from; nothing complained', async () => {
  await openHeldRow()
  await until(
    'the row is reached',
    async () => {
      const shown = await journal.panel.getByRole('heading').first().innerText()
      if (shown === heading) return true
      await desk.page.keyboard.press('Escape')
      await desk.page.keyboard.press('ArrowDown')
      await desk.page.keyboard.press('Enter')
      await journal.panel.waitFor()
      return false
    },
    isReached => isReached,
  )
  await journal.tab('Строка').click()
  await journal.panel.getByText('Получена из Телемоста', { exact: true }).waitFor()
  expect(desk.complaints).toEqual([])
})
