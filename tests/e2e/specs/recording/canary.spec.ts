import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { type Desk, firstRun, openDesk } from '../../../fixtures/desk.ts'
import { chooseFile, makeFilm } from '../../../fixtures/film.ts'
import { newApplication } from '../../../fixtures/new-application.ts'
import { firstRunInput, signInAs } from '../../../fixtures/people.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import {
  applicationEntries,
  closeAsHeld,
  meetingLink,
  openReception,
  talkUntilConsultation,
} from '../../../fixtures/reception-by-hand.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * A citizen nobody else is called like goes through a whole reception. Afterwards the name, the document and the words
 * must stand in no file: neither of the program (logs, settings, temporary files, recordings with their manifests, an
 * imported file, backups) nor of the browser as `npm start` opens it (history, caches, form data, sessions, temporary
 * files), and in no address and no title. The encrypted database and its copies hold them, unreadable.
 */
const canaries = [
  'Канарейкин',
  'канарейкин',
  'Кенарович',
  '7741889',
  'Канареечная',
  'канареечного корма',
  '913 774-18-89',
  '9137741889',
  'kanareykin',
]
let desk: Desk
let backupDirectory: string
const addresses: string[] = []
let receptionAddress: string
const titles = new Set<string>()

beforeAll(async () => {
  desk = await openDesk({ ownWindow: true })
  backupDirectory = join(desk.directory, 'backups')
  await mkdir(backupDirectory)
  desk.context.on('page', page => page.on('framenavigated', frame => addresses.push(frame.url())))
  desk.page.on('framenavigated', frame => addresses.push(frame.url()))
  await firstRun(desk, { ...firstRunInput, backupDirectory })
})
afterAll(() => desk.close())

async function noteTitles(): Promise<void> {
  for (const page of desk.context.pages()) titles.add(await page.title())
}

test('a whole reception, found in the journal, its recording watched', async () => {
  const today = new TodayPage(desk.page)
  await today.fillApplication({
    ...applicationEntries(),
    familyName: 'Канарейкин',
    patronymic: 'Кенарович',
    documentNumber: '7741889',
    address: 'г. Кемерово, ул. Канареечная, д. 1',
    topic: 'Выплата на покупку канареечного корма',
    phone: '+7 913 774-18-89',
    email: 'kanareykin@example.org',
  })
  // The form sends a time of days ahead; the reception of this test is now, with the same words.
  await today.form.getByRole('button', { name: 'Отмена' }).click()
  await today.go()
  const client = await desk.client()
  const { fields, ...rest } = newApplication({ familyName: 'Канарейкин', link: meetingLink })
  const { identityDocument: paper } = fields
  await plantReception(client, desk.profileDirectory, {
    ...rest,
    fields: {
      ...{ ...fields, patronymic: 'Кенарович', identityDocument: paper && { ...paper, number: '7741889' } },
      ...{ address: 'г. Кемерово, ул. Канареечная, д. 1', topic: 'Выплата на покупку канареечного корма' },
      ...{ phone: '+7 913 774-18-89', email: 'kanareykin@example.org' },
    },
  })
  client.close()
  await today.line('Канарейкин П. К.').waitFor()
  await noteTitles()
  const { session } = await openReception(desk, 'Канарейкин П. К.')
  await talkUntilConsultation({ session })
  await session.note.fill('Канарейкин просит рассчитать выплату заново')
  await noteTitles()
  receptionAddress = desk.page.url()
  await closeAsHeld({ session })
  await noteTitles()

  const journal = new JournalPage(desk.page)
  await journal.go()
  await journal.search.fill('Канарейкин')
  await journal.row('Канарейкин').waitFor()
  await noteTitles()
  const recordings = new RecordingsPage(desk.page)
  await recordings.go()
  await recordings.open('Канарейкин П. К.')
  await recordings.panel.getByText('Запись полная').waitFor({ timeout: 30_000 })
  await recordings.play()
  await noteTitles()
})

test('a film of Telemost’s with the name on it is taken over', async () => {
  const { page } = desk
  await page.goto(`${receptionAddress}/recording`)
  await page.getByRole('button', { name: 'Добавить запись из Телемоста…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Добавить запись из Телемоста' })
  // Outside the searched folder: the person's own file is theirs.
  const outside = await mkdtemp(join(tmpdir(), 'videopriem-film-'))
  const film = join(outside, 'Канарейкин приём 9137741889.webm')
  await makeFilm(film)
  await chooseFile(dialog, film)
  await dialog.getByText(/Получена из Телемоста/).waitFor()
  await noteTitles()
  await dialog.getByRole('button', { name: 'Добавить, несмотря на предупреждения' }).click()
  await new RecordingsPage(page).panel.getByText(/^Получена из Телемоста: /).waitFor()
  await noteTitles()
  await rm(outside, { recursive: true })
})

test('a copy of the database is made, with its papers', async () => {
  const client = await desk.client()
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'administrator')
  await unwrap(client.calls.backup.make())
  client.close()
  expect((await readdir(backupDirectory, { recursive: true })).length).toBeGreaterThan(1)
})

test('no address and no title carries anything of the citizen', () => {
  expect(addresses.length).toBeGreaterThan(3)
  expect(titles.size).toBeGreaterThan(1)
  const seen = [...addresses.map(decodeURIComponent), ...titles].join('\n')
  expect(canaries.filter(canary => seen.includes(canary))).toEqual([])
})

test('no file of the program or of the browser holds anything of the citizen', async () => {
  await desk.context.close()
  await desk.supervisor.stop()
  const names = await readdir(desk.directory, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const searched = new Set(files.map(file => relative(desk.directory, file).split('/')[0]))
  expect([...searched]).toEqual(expect.arrayContaining(['profile', 'chromium', 'backups']))
  const found: string[] = []
  const { host } = new URL(desk.supervisor.origin)
  let browserWrites = false
  for (const file of files) {
    const bytes = await readFile(file)
    browserWrites ||= file.includes('/chromium/') && bytes.includes(host)
    for (const canary of canaries) {
      const written = spellingsOf(canary).some(spelling => bytes.includes(spelling))
      if (written || file.includes(canary)) found.push(`${canary}: ${relative(desk.directory, file)}`)
    }
  }
  expect(found).toEqual([])
  // The search is worth something: the browser does keep what it has seen.
  expect(browserWrites).toBe(true)
})

/** As text, as UTF-16, in an address, in JSON that was made safe for ASCII. */
function spellingsOf(words: string): Buffer[] {
  const escaped = [...words]
    .map(letter => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter))
    .join('')
  return [
    Buffer.from(words),
    Buffer.from(words, 'utf16le'),
    Buffer.from(encodeURIComponent(words)),
    Buffer.from(escaped),
  ]
}
