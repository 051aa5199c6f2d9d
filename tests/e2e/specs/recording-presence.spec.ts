import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { firstPassword, ownPassword, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { withProfileDatabase } from '../../fixtures/profile-database.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'
import { putRecording } from '../../integration/backup/recording-on-disk.ts'
import { DayPage } from '../pages/day-page.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** Where films are, and whose word counts: found ones, one that goes and comes back, and a clock that jumped. */
let desk: Desk
let entry: SignInPage
let today: TodayPage
let day: DayPage
let journal: JournalPage
let recordings: RecordingsPage
let film: string

const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  desk = await openStaffedDesk({
    // The computer was last at work forty days ago, as far as the program remembers.
    prepareProfile: profileDirectory =>
      withProfileDatabase(profileDirectory, ({ raw }, { workplaceId }) => {
        const believedAt = new Date(Date.now() - 40 * dayMs).toISOString()
        raw
          .prepare('insert or replace into trusted_time (workplace_id, believed_at) values (?, ?)')
          .run(workplaceId, believedAt)
      }),
  })
  entry = new SignInPage(desk.page)
  today = new TodayPage(desk.page)
  day = new DayPage(desk.page)
  journal = new JournalPage(desk.page)
  recordings = new RecordingsPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk?.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
const panelSays = (words: string | RegExp) => recordings.panel.getByText(words).first().waitFor()
const lineSays = (words: string) => recordings.line('Зимин П. П.').filter({ hasText: words }).waitFor()
const attentionLine = () => day.line(/^Зимин П\. П\., № 1.*файла видеозаписи нет на месте/)
const movedTo = (folder: string) => join(desk.profileDirectory, 'recordings', folder)

test('a recording no row knows of is shown with what its papers say, and nothing more happens by itself', async () => {
  const { page, supervisor, profileDirectory } = desk
  const client = await desk.client()
  await plantReception(client, desk.profileDirectory, newApplication({ familyName: 'Зимин', inMinutes: -90 }))
  const date = localDate(Date.now(), timeZone)
  const { receptions } = await unwrap(client.calls.receptions.day({ date }))
  const session = await unwrap(client.calls.accounts.session())
  client.close()
  const receptionId = receptions[0]?.id ?? ''
  const workplaceId = session?.workplace.id ?? ''
  const put = await putRecording({ profileDirectory, workplaceId, receptionId, sealed: true })
  film = join(put.directory, sealedFileName(put.recordingId))
  await supervisor.killWorkstation()
  await until(
    'the recording is found',
    async () => {
      const after = await desk.client().catch(() => null)
      const found = await after?.calls.backup.foundRecordings().catch(() => null)
      after?.close()
      return found?.ok ? found.value.length : 0
    },
    count => count === 1,
  )
  await recordings.go()
  await page.getByText('Найдена видеозапись, которой нет в базе').waitFor()
  await page.getByText('заявка № 1 в журнале').waitFor()
  expect(await page.getByRole('button', { name: 'Внести в журнал…' }).count()).toBe(0)
  expect(await recordings.line('Зимин').count()).toBe(0)
})

test('a head is asked about it, and takes it into the journal with a reason', async () => {
  const { page } = desk
  await entry.leave()
  await entry.signInFirst(staff.head.shortName, firstPassword, ownPassword)
  await today.go()
  await day.line('На диске найдены видеозаписи').waitFor()
  await day.line('Время компьютера не сходится').waitFor()
  await isAccessible()
  await keepPicture(page, 'attention-found-and-clock')
  await day.line('На диске найдены видеозаписи').getByRole('link', { name: 'Найденные записи' }).click()
  await page.getByText('Найдена видеозапись, которой нет в базе').waitFor()
  await keepPicture(page, 'found-recordings')
  await page.getByRole('button', { name: 'Внести в журнал…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Внести найденную запись в журнал' })
  await dialog.waitFor()
  expect(await dialog.getByRole('button', { name: 'Внести в журнал' }).isDisabled()).toBe(true)
  await isAccessible()
  await dialog.getByRole('textbox').fill('записана после копии, из которой восстановлена база')
  await keepPicture(page, 'found-recordings-adopt')
  await dialog.getByRole('button', { name: 'Внести в журнал' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Найдена видеозапись, которой нет в базе').waitFor({ state: 'detached' })
  await recordings.line('Зимин П. П.').waitFor()
  await today.go()
  await day.line('На диске найдены видеозаписи').waitFor({ state: 'detached' })
})

test('its film is taken away: the first who opens it sees it, and so do list, journal and «Сделать сегодня»', async () => {
  const { page } = desk
  await recordings.go()
  await recordings.open('Зимин')
  await panelSays(/SHA-256|Запись/)
  await keepPicture(page, 'recording-here')
  await rename(film, `${film}.gone`)
  await recordings.verify()
  await panelSays('Файла видеозаписи нет на месте')
  await lineSays('файла нет на месте')
  await panelSays('Запись: файла нет на месте')
  await isAccessible()
  await keepPicture(page, 'recording-missing')
  await journal.go()
  await journal.openRow('Зимин')
  await journal.panel.getByText('Запись: файла нет на месте').waitFor()
  await keepPicture(page, 'journal-recording-missing')
  await today.go()
  await attentionLine().waitFor()
  await isAccessible()
  await keepPicture(page, 'attention-recording-missing')
})

test('it is put back: read whole, and well again everywhere', async () => {
  await rename(`${film}.gone`, film)
  await attentionLine().getByRole('link', { name: 'Видеозапись' }).click()
  await panelSays('Запись: файла нет на месте')
  await recordings.verify()
  await recordings.intact.waitFor()
  await recordings.line('Зимин П. П.').filter({ hasNotText: 'нет на месте' }).waitFor()
  await recordings.panel.getByText('Запись: файла нет на месте').waitFor({ state: 'detached' })
  await journal.go()
  await journal.openRow('Зимин')
  await journal.panel.getByRole('link', { name: /^Видеозапись/ }).waitFor()
  await journal.panel.getByText('нет на месте').first().waitFor({ state: 'detached' })
  await today.go()
  await day.line('Время компьютера не сходится').waitFor()
  await attentionLine().waitFor({ state: 'detached' })
})

test('one byte is changed: a check says so, and the same check takes it back once the byte is right', async () => {
  const bytes = await readFile(film)
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await writeFile(film, changed)
  await recordings.go()
  await recordings.open('Зимин')
  await recordings.verify()
  await panelSays(/Файл изменён или повреждён/)
  await lineSays('файл изменён')
  await isAccessible()
  await keepPicture(desk.page, 'recording-altered')
  await writeFile(film, bytes)
  await recordings.verify()
  await recordings.intact.waitFor()
  await recordings.line('Зимин П. П.').filter({ hasNotText: 'файл изменён' }).waitFor()
})

test('of another store and not in this one it lies elsewhere; moved anywhere inside, it is found by its bytes', async () => {
  await withProfileDatabase(desk.profileDirectory, ({ raw }) => {
    raw.prepare('update recording set store_id = ?').run(crypto.randomUUID())
  })
  await rename(film, join(desk.directory, 'film-outside'))
  await recordings.verify()
  await lineSays('файл в другой папке записей')
  await keepPicture(desk.page, 'recording-elsewhere')
  // Beside it one of its name with other bytes, which nobody may take for it.
  const name = film.slice(film.lastIndexOf('/') + 1)
  await mkdir(movedTo('a'))
  await mkdir(movedTo('перенесено'))
  await writeFile(join(movedTo('a'), name), 'other bytes')
  await rename(join(desk.directory, 'film-outside'), join(movedTo('перенесено'), name))
  await desk.supervisor.killWorkstation()
  await recordings.line('Зимин П. П.').filter({ hasNotText: 'в другой папке' }).waitFor()
  await recordings.verify()
  await recordings.intact.waitFor()
})

test('the administrator lands on what the clock has stopped, and confirms it with a reason; the event is written', async () => {
  const { page } = desk
  await entry.leave()
  await entry.signIn(staff.administrator.shortName, firstPassword)
  const note = page.getByRole('alert').filter({ hasText: 'Время компьютера не сходится с последней работой' })
  await note.getByText(/стирание сведений, чей срок хранения истёк/).waitFor()
  await note.getByText(/а последняя работа была/).waitFor()
  await isAccessible()
  await keepPicture(page, 'clock-doubt')
  await note.getByRole('button', { name: 'Подтвердить время…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Подтвердить время компьютера' })
  await dialog.waitFor()
  expect(await dialog.getByRole('button', { name: 'Время верное' }).isDisabled()).toBe(true)
  await isAccessible()
  await dialog.getByRole('textbox').fill('рабочее место стояло сорок дней, сверено по времени оператора связи')
  await keepPicture(page, 'clock-dialog')
  await dialog.getByRole('button', { name: 'Время верное' }).click()
  await dialog.waitFor({ state: 'detached' })
  await note.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Журнал событий' }).click()
  await page.getByText('Подтверждено время компьютера').first().waitFor()
  // While the killed workstation was coming back, the page was told to wait.
  expect(desk.complaints.filter(complaint => !complaint.includes('response code: 503'))).toEqual([])
})

test('a head is asked about the clock no more', async () => {
  await entry.leave()
  await entry.signIn(staff.head.shortName, ownPassword)
  await today.go()
  await day.line('Зимин П. П., № 1').waitFor()
  expect(await day.line('Время компьютера не сходится').count()).toBe(0)
})
