import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolations } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { until } from '../../fixtures/until.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** The made-up office through its own way in. Steps build on each other. */
let desk: Desk
let door: SignInPage
beforeAll(async () => {
  desk = await openDesk({ demonstration: true })
  door = new SignInPage(desk.page)
})
afterAll(() => desk.close())

test('recordings are made behind the screen, and how many are there is told until all are', {
  timeout: 400_000,
}, async () => {
  const { page } = desk
  const recordings = new RecordingsPage(page)
  await recordings.go()
  const preparing = page.getByRole('status').filter({ hasText: /^Записи демонстрации готовятся: \d из 9$/ })
  await preparing.waitFor()
  // Those that are there can be opened meanwhile.
  await recordings.list.getByRole('option').first().waitFor()
  await keepPicture(page, 'demonstration-preparing')
  const client = await desk.client()
  await until(
    'all recordings are made',
    () => unwrap(client.calls.workplace.demonstrationRecordings()),
    made => made?.ready === made?.total,
    300_000,
  )
  client.close()
  await preparing.waitFor({ state: 'detached' })
  const { list } = recordings
  for (const word of ['файл изменён', 'файла нет на месте', 'с замечаниями', 'полная']) {
    await list.getByText(word).first().waitFor()
  }
  await keepPicture(page, 'demonstration-recordings')
})

test('from a line of the journal to all that the citizen came with, and on to a recording', async () => {
  const { page } = desk
  const client = await desk.client()
  const { rows } = await unwrap(client.calls.recordings.list({ offset: 0, limit: 50 }))
  client.close()
  const altered = rows.find(({ presence }) => presence === 'altered')
  if (!altered) throw new Error('no altered recording')
  const journal = new JournalPage(page)
  await journal.go()
  const [familyName = ''] = altered.shortName.split(' ')
  await journal.search.fill(familyName)
  await journal.openRow(familyName)
  await page.getByRole('link', { name: 'Все обращения гражданина' }).click()
  const all = page.getByRole('region', { name: 'Все заявки' })
  await all.getByText('совпали ФИО и дата рождения').first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  for (const [width, height] of [
    [1093, 550],
    [1366, 660],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await keepPicture(page, 'citizen')
  await all.getByRole('link', { name: 'Запись: файл изменён' }).click()
  await new RecordingsPage(page).panel
    .getByText(/файл изменён/i)
    .first()
    .waitFor()
})

test('sixteen people come in by one press each; the technician finds six workplaces', async () => {
  const { page } = desk
  await door.leave()
  const entries = page.getByRole('button', { name: /^Войти как / })
  await entries.first().waitFor()
  expect(await entries.count()).toBe(16)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Войти как Кузнецов П. А., инженер' }).click()
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  await page.getByRole('link', { name: 'Оборудование' }).click()
  const board = page.getByRole('region', { name: 'Утренняя доска' })
  for (const name of [1, 2, 3, 4, 5, 6]) await board.getByText(`Рабочее место ${name}`).first().waitFor()
})

test('from one to another: out, and in as a head', async () => {
  const { page } = desk
  await door.leave()
  await page.getByRole('button', { name: 'Войти как Морозова Е. В., начальник отдела' }).click()
  await page.getByRole('banner').getByText('Морозова Е. В.').waitFor()
  // A film that was still being loaded ends with the session of whoever looked at it.
  expect(desk.complaints.filter(text => !/404 .*\/recordings\//.test(text))).toEqual([])
})
