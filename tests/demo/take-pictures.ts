import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { DayPage } from '../e2e/pages/day-page.ts'
import { FirstRunPage } from '../e2e/pages/first-run-page.ts'
import { JournalPage } from '../e2e/pages/journal-page.ts'
import { MoveDialog } from '../e2e/pages/move-dialog.ts'
import { PhrasesDialog } from '../e2e/pages/phrases-dialog.ts'
import { RecordingsPage } from '../e2e/pages/recordings-page.ts'
import { SignInPage } from '../e2e/pages/sign-in-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { type Desk, openDesk } from '../fixtures/desk.ts'
import { firstPassword, firstRunInput, ownPassword, staff } from '../fixtures/people.ts'
import { openReception } from '../fixtures/reception-by-hand.ts'
import { until } from '../fixtures/until.ts'

/**
 * Takes the pictures of README.md and docs/ru from the real screens: `node tests/demo/take-pictures.ts DIR`. Each is
 * taken at 1366×768 and, with `-wide` in its name, at 1920×1080.
 */
const out = resolve(process.argv[2] ?? 'docs/pictures')
const who = 'Попов Н. Е.'

async function picture(page: Page, name: string): Promise<void> {
  for (const [suffix, width, height] of [
    ['-wide', 1920, 1080],
    ['', 1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(out, `${name}${suffix}.png`), animations: 'disabled' })
  }
}

/** From the first run to the settings, in a profile that is empty at first. */
async function pictureTheWayIn(desk: Desk): Promise<void> {
  const { page } = desk
  const form = new FirstRunPage(page)
  await form.heading.waitFor()
  await picture(page, 'first-run')
  await form.fill(firstRunInput)
  await form.recoveryKey.waitFor()
  await form.takeKey()
  const entry = new SignInPage(page)
  await entry.heading.waitFor()
  await entry.choose(staff.specialist.shortName)
  await picture(page, 'sign-in')
  await entry.signInFirst(staff.head.shortName, firstPassword, ownPassword)
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('tab', { name: 'Журнал событий' }).click()
  await page.getByRole('table').waitFor()
  await picture(page, 'event-log')
}

/** A day with one whole reception, in the demonstration. */
async function pictureTheDay(desk: Desk): Promise<void> {
  const { page } = desk
  await new TodayPage(page).line(who).click()
  await picture(page, 'today')
  const moving = await MoveDialog.openFrom(page)
  await picture(page, 'move')
  await moving.close()
  const day = new DayPage(page)
  await day.openFinishing()
  await picture(page, 'day-end')
  await page.keyboard.press('Escape')
  const reception = await openReception(desk, who)
  await picture(page, 'waiting')
  await reception.session.lamp('слышно').click()
  await reception.session.citizenConnected.click()
  await reception.session.noticeGiven.waitFor()
  await reception.session.side.getByText(/проверено/i).waitFor({ timeout: 30_000 })
  await picture(page, 'session')
  await page.keyboard.press('Control+Enter')
  await reception.session.identification.waitFor()
  await picture(page, 'identification')
  await reception.recorder.screenshot({ path: join(out, 'recorder.png') })
  await reception.session.compareAll()
  await reception.session.showDocument()
  await reception.session.removeDocument()
  await reception.session.identityEstablished.click()
  await reception.session.note.fill('Просит рассчитать субсидию заново')
  await picture(page, 'consultation')
  await reception.session.endTalk()
  await reception.session.resultText.press('Control+Space')
  await new PhrasesDialog(page).chosen.waitFor()
  await picture(page, 'phrases')
  await page.keyboard.press('Escape')
  await reception.session.fillBlank('о порядке назначения субсидии и перечне документов')
  await reception.session.closeReception.click()
  await reception.session.writtenToJournal.waitFor()
  await picture(page, 'closed')
  const journal = new JournalPage(page)
  await journal.go()
  await picture(page, 'journal')
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(who)
  await recordings.panel.getByText('Запись полная').waitFor({ timeout: 30_000 })
  await recordings.play()
  await until(
    'it plays',
    () => recordings.positionSeconds(),
    seconds => seconds > 3,
  )
  await picture(page, 'recordings')
}

for (const [demonstration, take] of [
  [false, pictureTheWayIn],
  [true, pictureTheDay],
] as const) {
  const desk = await openDesk({ demonstration })
  try {
    await take(desk)
  } finally {
    await desk.close()
  }
}
