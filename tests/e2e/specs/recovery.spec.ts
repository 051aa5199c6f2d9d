import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from '../../fixtures/axe.ts'
import { launchChromium } from '../../fixtures/chromium.ts'
import { type DamagedProfile, makeDamagedProfile } from '../../fixtures/damaged-profile.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { RecoveryPage } from '../pages/recovery-page.ts'

/** The first page of the database is torn: what a person sees, can read aloud, and does by keyboard. */
let directory: string
let profile: DamagedProfile
let supervisor: RunningSupervisor
let context: BrowserContext
let page: Page
let screen: RecoveryPage

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-recovery-'))
  profile = makeDamagedProfile(directory)
  supervisor = await startSupervisor({ profileDirectory: profile.profileDirectory })
  context = await launchChromium({ captureTitle: 'nothing', headless: true })
  page = await context.newPage()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(supervisor.link)
  screen = new RecoveryPage(page)
  await screen.heading.waitFor()
})
afterAll(async () => {
  await context?.close()
  await supervisor?.stop()
  await rm(directory, { recursive: true, force: true })
})

test('it says what happened, what is kept, which copies there are; the program itself stays shut', async () => {
  expect(await screen.heading.innerText()).toBe('База данных повреждена')
  expect(await screen.copies.count()).toBe(2)
  const text = await page.locator('main').innerText()
  expect(text).toContain('Файл базы сохранён без изменений: workstation.db')
  expect(text).toContain('Последняя копия: 24.11.2026 03:00')
  expect(await page.getByRole('navigation').count()).toBe(0)
  expect(await screen.startEmpty.isDisabled()).toBe(true)
})

test('the recorder cannot be used meanwhile', async () => {
  const recorder = await context.newPage()
  await recorder.goto(`${supervisor.origin}/recorder`)
  await recorder.getByText('нет связи').waitFor()
  await recorder.close()
})

test('the text for the technician names codes, no path and no key', async () => {
  const report = await screen.report()
  expect(report).toContain('Неисправность: notReadable')
  expect(report).not.toContain(directory)
  expect(report).not.toContain((await readFile(join(profile.profileDirectory, 'keys/database.key'), 'utf8')).trim())
})

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  beforeAll(() => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

  test('no violation of WCAG 2.1 A or AA, the question before the restoration included', async () => {
    expect(await axeViolations(page)).toEqual([])
    const dialog = await screen.chooseNewest()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

test('by keyboard alone: the newest copy takes the place, the torn file lies aside, the program opens', async () => {
  await screen.copies.first().focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  // Enter alone never restores: the first thing in reach is the way back.
  const restore = dialog.getByRole('button', { name: 'Восстановить базу' })
  while (!(await restore.evaluate(button => button === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'База данных повреждена' }).waitFor()
  const files = await readdir(profile.profileDirectory)
  expect(files.some(name => /^workstation\.aside-.*\.db$/.test(name))).toBe(true)
})
