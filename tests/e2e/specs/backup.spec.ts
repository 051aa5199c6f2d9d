import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolations } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { signInAs } from '../../fixtures/people.ts'
import { until } from '../../fixtures/until.ts'
import { BackupPage } from '../pages/backup-page.ts'

/** The administrator's way with copies, in the browser. */
let desk: Desk
let screen: BackupPage
let directory: string

beforeAll(async () => {
  desk = await openStaffedDesk()
  const client = await desk.client()
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'administrator')
  client.close()
  directory = join(desk.directory, 'backup-disk')
  await mkdir(directory)
  screen = new BackupPage(desk.page)
  await desk.page.reload()
  await screen.go(desk.supervisor.origin)
})
afterAll(() => desk?.close())

test('a folder that is not there is refused at its field, one that is there makes a copy by itself', async () => {
  await screen.folder.fill(join(directory, 'gone'))
  await screen.save.click()
  await desk.page.getByText(/Папки для резервных копий нет на месте/).waitFor()
  await screen.folder.fill(directory)
  await screen.save.click()
  await screen.lines.first().waitFor()
  await desk.page.getByText('Резервные копии делаются').waitFor()
})

test('a copy now, its result, its check', async () => {
  await until('the first copy is done', () => screen.makeNow.isEnabled(), Boolean)
  await screen.makeNow.click()
  await desk.page.getByText(/Копия сделана и проверена/).waitFor()
  await until(
    'both stand in the list',
    () => screen.lines.count(),
    count => count === 2,
  )
  await screen.check()
})

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  beforeAll(() => desk.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

  test('no violation of WCAG 2.1 A or AA, the question before the restoration included', async () => {
    expect(await axeViolations(desk.page)).toEqual([])
    const dialog = await screen.askToRestore()
    expect(await axeViolations(desk.page)).toEqual([])
    await desk.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

test('restored only after the tick; the present database lies aside, everybody signs in anew', async () => {
  const dialog = await screen.askToRestore()
  const restore = dialog.getByRole('button', { name: 'Восстановить базу' })
  expect(await restore.isDisabled()).toBe(true)
  await dialog.getByRole('checkbox').check()
  await restore.click()
  await until(
    'the former database lies aside',
    () => readdir(desk.profileDirectory),
    files => files.some(name => /^workstation\.aside-.*\.db$/.test(name)),
  )
  await desk.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Настройки' }).waitFor()
  expect(await desk.page.getByRole('navigation').count()).toBe(0)
})
