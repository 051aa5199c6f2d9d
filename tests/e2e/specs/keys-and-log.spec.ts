import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { staffedRecoveryKey } from '../../fixtures/prepared-profile.ts'
import { beginPrinting, endPrinting } from '../../fixtures/printing.ts'
import { BackupPage } from '../pages/backup-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** What is outside the database: the strip of the day sheet, the copies that remember the event log, the recovery key. */
let desk: Desk
let entry: SignInPage
let strip: { line: string; day: string; code: string }
const forgotten = 'семь-лодок-на-берегу'

beforeAll(async () => {
  desk = await openStaffedDesk()
  entry = new SignInPage(desk.page)
  const client = await desk.client()
  await plantReception(client, desk.profileDirectory, newApplication({ inMinutes: 30, link: newMeetingLink() }))
  client.close()
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk?.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('the day sheet carries a strip with the last line of the event log, to be cut off and kept', async () => {
  const { page } = desk
  await beginPrinting(page, 'Лист приёмов', { of: 'Ещё' })
  const section = page.getByRole('region', { name: 'Корешок' })
  await section.waitFor()
  const text = await section.innerText()
  const [, line = '', day = ''] = /строка № (\d+), (\d{2}\.\d{2}\.\d{4}) \d{2}:\d{2}/.exec(text) ?? []
  const [code = ''] = /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(text) ?? []
  strip = { line, day, code }
  expect(strip).toEqual({
    line: expect.stringMatching(/\d/),
    day: expect.stringMatching(/\d/),
    code: expect.any(String),
  })
  await keepPicture(page, 'day-sheet-strip')
  await page.setViewportSize({ width: 1366, height: 768 })
  await endPrinting(page)
  await section.waitFor({ state: 'detached' })
  await entry.leave()
})

test('the administrator forgot the password: the key on paper sets another one', async () => {
  const { page } = desk
  // Their name is there, the password is not.
  await entry.choose(staff.administrator.shortName)
  await page.getByRole('button', { name: 'Забыт пароль?' }).click()
  await page.getByRole('heading', { name: 'Забыт пароль' }).waitFor()
  await page.getByRole('combobox', { name: 'Администратор' }).click()
  await page.getByRole('option', { name: staff.administrator.shortName }).click()
  const key = page.getByRole('textbox', { name: 'Ключ восстановления' })
  await key.fill('AAAA-BBBB')
  await entry.newPassword.fill(forgotten)
  await page.getByLabel('Новый пароль ещё раз').fill(forgotten)
  await page.getByRole('button', { name: 'Задать пароль' }).click()
  await page.getByText(/Ключ введён с ошибкой/).waitFor()
  await keepPicture(page, 'reset-by-key')
  await isAccessible()
  await key.fill(await staffedRecoveryKey())
  await page.getByRole('button', { name: 'Задать пароль' }).click()
  await page.getByText('Новый пароль задан. Войдите с ним.').waitFor()
  await keepPicture(page, 'reset-done')
  await entry.signIn(staff.administrator.shortName, forgotten)
  await page.getByText(/Администратор один/).waitFor()
  await keepPicture(page, 'one-administrator')
  await isAccessible()
})

test('a copy made, an older one under a newer name: told in the list and by its check', async () => {
  const { page } = desk
  const directory = join(desk.directory, 'backup-disk')
  await mkdir(directory)
  const screen = new BackupPage(page)
  await screen.go(desk.supervisor.origin)
  await screen.folder.fill(directory)
  await screen.save.click()
  await screen.lines.first().waitFor()
  await screen.check()
  const [folder = ''] = await readdir(directory)
  const [made = ''] = await readdir(join(directory, folder))
  await cp(join(directory, folder, made), join(directory, folder, '2031-01-01T00-00-00Z'), { recursive: true })
  await page.reload()
  await screen.go(desk.supervisor.origin)
  await page.getByText(/Эта копия сделана .*, а названа 01\.01\.2031/).waitFor()
  await isAccessible()
})

test('the event log agrees with the copy, and with the strip of the sheet', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: 'Журнал событий' }).click()
  await page.getByRole('table').waitFor()
  await page.getByRole('button', { name: 'Проверить целостность' }).click()
  await page.getByText(/Журнал событий сходится с копией от/).waitFor()
  await keepPicture(page, 'event-log-confirmed')
  await isAccessible()
  await page.getByRole('button', { name: 'Сверить с листом…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Сверить журнал событий с листом приёмов' })
  await dialog.getByLabel('Номер строки').fill(strip.line)
  await dialog.getByLabel('Дата на корешке').fill(strip.day)
  await dialog.getByLabel('Знаки').fill(strip.code.toLowerCase().replaceAll('-', ' '))
  await dialog.getByRole('button', { name: 'Сверить', exact: true }).click()
  await dialog.getByText(/^Сходится: строки журнала до №/).waitFor()
  await keepPicture(page, 'compare-sheet')
  await isAccessible()
  expect(desk.complaints).toEqual([])
})
