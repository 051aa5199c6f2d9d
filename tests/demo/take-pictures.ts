import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { BackupPage } from '../e2e/pages/backup-page.ts'
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

const run = promisify(execFile)

/**
 * Takes the pictures of README.md and docs/ru from the real screens, at 1366×768: `node tests/demo/take-pictures.ts DIR`.
 * The day of the demonstration lies around now; its clock is set to a zone where now is the middle of a morning.
 */
const out = resolve(process.argv[2] ?? 'docs/pictures')
/** The next one of the demonstration's day. */
const who = 'Мамедов'
/** Its path is in the picture. */
const backupDirectory = join(tmpdir(), 'backup')

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await keep(await page.screenshot({ animations: 'disabled' }), name)
}

/** In 256 colours: the screens have few, and the pictures are a third as large. */
async function keep(png: Buffer, name: string): Promise<void> {
  const file = join(out, `${name}.png`)
  await writeFile(`${file}.full`, png)
  const palette = 'split[one][other];[one]palettegen[palette];[other][palette]paletteuse=dither=none'
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'png_pipe', '-i', `${file}.full`, '-vf', palette, file])
  await rm(`${file}.full`)
}

/** The zone by whose clock it is between eleven and twelve. */
function morningZone(): string {
  const ahead = ((11 - new Date().getUTCHours() + 36) % 24) - 12
  // East is minus in these names.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** From the first run to the settings, in a profile that is empty at first. */
async function pictureTheWayIn(desk: Desk): Promise<void> {
  const { page } = desk
  const form = new FirstRunPage(page)
  await form.heading.waitFor()
  await picture(page, 'first-run')
  await mkdir(backupDirectory, { recursive: true })
  await form.fill({ ...firstRunInput, backupDirectory })
  await form.recoveryKey.waitFor()
  await form.takeKey()
  const entry = new SignInPage(page)
  await entry.heading.waitFor()
  await entry.choose(staff.specialist.shortName)
  await picture(page, 'sign-in')
  await entry.signIn(staff.administrator.shortName, firstPassword)
  await page.getByRole('tab', { name: 'Резервные копии' }).click()
  const backups = new BackupPage(page)
  await until('no copy is being made', () => backups.makeNow.isEnabled(), Boolean)
  await backups.makeNow.click()
  await page.getByText(/Копия сделана и проверена/).waitFor()
  await picture(page, 'backup')
  await entry.leave()
  await entry.signInFirst(staff.head.shortName, firstPassword, ownPassword)
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('tab', { name: 'Календарь' }).click()
  await page.getByRole('region', { name: 'График работы органа' }).waitFor()
  await picture(page, 'calendar')
  await page.getByRole('tab', { name: 'Журнал событий' }).click()
  await page.getByRole('table').waitFor()
  await picture(page, 'event-log')
}

/** A day with one whole reception, in the demonstration. */
async function pictureTheDay(desk: Desk): Promise<void> {
  const { page } = desk
  await new TodayPage(page).line(who).waitFor()
  const journal = new JournalPage(page)
  await pictureMissingRecording(page, journal)
  await page.getByRole('link', { name: 'Сегодня' }).click()
  await new TodayPage(page).line(who).click()
  await picture(page, 'today')
  const moving = await MoveDialog.openOfChosen(new TodayPage(page))
  await picture(page, 'move')
  await moving.close()
  const day = new DayPage(page)
  await day.openFinishing()
  await picture(page, 'day-end')
  await page.keyboard.press('Escape')
  const reception = await openReception(desk, who)
  await hideSceneClock(reception.room)
  await picture(page, 'waiting')
  await reception.session.citizenConnected.click()
  await reception.session.noticeGiven.waitFor()
  await reception.session.side.getByText(/проверено/i).waitFor({ timeout: 30_000 })
  await picture(page, 'session')
  await page.keyboard.press('Control+Enter')
  await reception.session.identification.waitFor()
  // What can be taken back is offered for ten seconds and then leaves its place.
  await page.getByRole('group', { name: 'Последняя отметка' }).waitFor({ state: 'hidden' })
  await picture(page, 'identification')
  await reception.recorder.setViewportSize({ width: 480, height: 540 })
  await picture(reception.recorder, 'recorder')
  await reception.session.identify()
  await reception.session.note.fill('Просит путёвку на летние каникулы')
  await picture(page, 'consultation')
  await reception.session.endTalk()
  await reception.session.resultText.waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await picture(page, 'result')
  await reception.session.resultText.press('Control+Space')
  await new PhrasesDialog(page).chosen.waitFor()
  await picture(page, 'phrases')
  await page.keyboard.press('Escape')
  await reception.session.fillBlank('об очередности и перечне медицинских документов')
  await reception.session.closeReception.click()
  await reception.session.writtenToJournal.waitFor()
  await picture(page, 'closed')
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

/** «Почему нет записи?» of a reception the demonstration made up: held, and never recorded. */
async function pictureMissingRecording(page: Page, journal: JournalPage): Promise<void> {
  await journal.go()
  const all = await journal.grid.getAttribute('aria-rowcount')
  await journal.chip('Без записи').click()
  await page.locator(`[role=grid]:not([aria-rowcount="${all}"])`).waitFor()
  const held = { hasText: 'Личный прием проведен', hasNotText: who }
  await journal.grid.getByRole('row').filter(held).first().click()
  await journal.panel.waitFor()
  await journal.panel.getByRole('link', { name: 'Почему нет записи?' }).click()
  await page.getByRole('heading', { name: /^Почему нет записи\?/ }).waitFor()
  await picture(page, 'why-no-recording')
}

/** The stripes and the number by which tests tell the time of a picture say nothing to a reader. */
async function hideSceneClock(room: Page): Promise<void> {
  // By property: the room's policy lets no style sheet in.
  await room.locator('#clock, #millis').evaluateAll(marks => {
    for (const mark of marks) if (mark instanceof HTMLElement) mark.style.visibility = 'hidden'
  })
}

for (const [demonstration, take] of [
  [false, pictureTheWayIn],
  [true, pictureTheDay],
] as const) {
  const desk = await openDesk({ demonstration, environment: { TZ: morningZone() } })
  try {
    await take(desk)
  } finally {
    await desk.close()
  }
}
await rm(backupDirectory, { recursive: true, force: true })
