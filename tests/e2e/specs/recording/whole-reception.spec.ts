import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkRefusalText } from '../../../../shared/telemost/link-text.ts'
import { axeViolations } from '../../../fixtures/axe.ts'
import { type Desk, firstRun, openDesk } from '../../../fixtures/desk.ts'
import { newMeetingLink } from '../../../fixtures/new-application.ts'
import { firstPassword, staff } from '../../../fixtures/people.ts'
import {
  applicationEntries,
  appoint,
  citizen,
  closeAsHeld,
  openReception,
  talkUntilConsultation,
} from '../../../fixtures/reception-by-hand.ts'
import { until } from '../../../fixtures/until.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { SignInPage } from '../../pages/sign-in-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** One reception from an empty workplace to the sealed recording, through the screens. Steps build on each other. */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('the start link leaves the address at once; the first run shows the recovery key once', async () => {
  expect(desk.page.url()).not.toContain('token')
  const key = await firstRun(desk)
  expect(key.length).toBeGreaterThan(20)
  await new TodayPage(desk.page).firstDay.waitFor()
  expect(await desk.page.content()).not.toContain(key)
})

test('a bad link is refused at its field, a good one registers the application', async () => {
  const today = new TodayPage(desk.page)
  await today.fillApplication({
    ...{ ...applicationEntries(), familyName: 'Сидоров', patronymic: 'Ильич' },
    link: 'https://telemost.yandex.ru.example.org/j/12345678',
  })
  await today.form.getByText(linkRefusalText('lookAlikeHost')).waitFor()
  await today.form.getByLabel(/Ссылка на встречу/).fill(newMeetingLink())
  await today.submitApplication()
  // The free times are days ahead; the reception of this test is now.
  await appoint(desk)
})

test('from the room to the journal: recorded, proven, closed', async () => {
  const { session, recorder } = await openReception(desk)
  // The room speaks: it is said, and nothing is done by itself.
  await session.voiceHeard.waitFor()
  await session.citizenConnected.waitFor()
  await talkUntilConsultation({ session })
  await session.withoutPersonalInformation.waitFor({ state: 'hidden' })
  await session.note.fill('Просит рассчитать субсидию заново')
  await recorder.getByText('Идёт запись').waitFor()
  await session.side.getByText(/проверено/i).waitFor({ timeout: 30_000 })
  await closeAsHeld({ session })
})

test('the journal shows the seven columns and finds the row by another form of a word', async () => {
  const journal = new JournalPage(desk.page)
  await journal.go()
  expect(await journal.headings.count()).toBe(7)
  await journal.search.fill('субсидии петров')
  // The other line of the day names the same people.
  const held = 'Личный прием проведен'
  await journal.row(held).waitFor()
  const cells = await until(
    'the seven columns of the found row',
    () => journal.cells(held),
    shown => shown.length === 7,
  )
  expect(cells[6]).toContain('Личный прием проведен. Личность установлена (демонстрация экрана).')
  expect(cells[6]).toContain('о порядке назначения субсидии')
  await journal.search.fill('нет такого слова')
  await journal.nothingFound.waitFor()
})

test('the sealed recording says what it holds, plays, seeks by a marker and is intact', async () => {
  const recordings = new RecordingsPage(desk.page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.panel.getByText('Запись полная').waitFor({ timeout: 30_000 })
  await recordings.play()
  await until(
    'it plays',
    () => recordings.positionSeconds(),
    seconds => seconds > 0.5,
  )
  await recordings.marker('Идентификация').or(recordings.marker('Документ')).first().click()
  await until(
    'it went on from the marker',
    () => recordings.positionSeconds(),
    seconds => seconds > 1,
  )
  await recordings.verify()
  await recordings.intact.waitFor({ timeout: 30_000 })
})

test('a reload comes back to where the desk was', async () => {
  await desk.page.reload()
  await new TodayPage(desk.page).go()
  await new TodayPage(desk.page).open(citizen.shortName)
  await new SessionPage(desk.page).writtenToJournal.waitFor()
})

test('a head opens the recording of somebody else for a reason, which stands beside the name', async () => {
  const { page } = desk
  const entry = new SignInPage(page)
  await entry.lock()
  await entry.other.click()
  await entry.signInFirst(staff.head.shortName, firstPassword, 'утренний-поезд-в-тайге')
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.openFor('контроль (п. 3.14)')
  await recordings.play()
  await until(
    'it plays',
    () => recordings.positionSeconds(),
    seconds => seconds > 0.5,
  )
  await recordings.viewings.getByText(`${staff.head.shortName} · запись открыта: контроль (п. 3.14)`).waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(desk.complaints).toEqual([])
})
