import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import {
  appoint,
  citizen,
  openReception,
  type RoomAndRecorder,
  takeNextRoom,
} from '../../../fixtures/reception-by-hand.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { SignInPage } from '../../pages/sign-in-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** The workstation dies in the middle of a talk, with a person signed in by password. */
let desk: Desk
let opened: RoomAndRecorder
beforeAll(async () => {
  desk = await openStaffedDesk()
})
afterAll(() => desk.close())

test('the specialist stays signed in, at the same citizen, and the recording has no gap', async () => {
  const { page, supervisor } = desk
  await appoint(desk)
  const { session, ...opening } = await openReception(desk)
  opened = opening
  await session.citizenConnected.click()
  await session.noticeGiven.and(page.locator(':enabled')).waitFor()
  await session.noticeGiven.click()
  await session.identification.waitFor()

  await supervisor.killWorkstation()
  // What the recorder had not handed over yet comes to the new one: the file has no gap, nothing is to be said again.
  await session.connectionBand.waitFor({ state: 'hidden' })
  await page.getByText(/проверено на диске/).waitFor()
  expect(await page.getByText('Сообщите: видеозапись продолжается').count()).toBe(0)
  const entry = new SignInPage(page)
  expect(await entry.locked.or(entry.heading).count()).toBe(0)
  expect(await page.getByRole('heading', { name: citizen.shortName }).isVisible()).toBe(true)

  await session.identify()
  await session.endTalk()
  await session.fillBlank('о порядке назначения субсидии')
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.panel.getByText('Запись полная').waitFor()
})

test('after a power cut the phone is large and a call comes before the repeated notice', async () => {
  const { page, supervisor } = desk
  const client = await desk.client()
  await plantReception(client, desk.profileDirectory, newApplication({ familyName: 'Юдин', link: newMeetingLink() }))
  client.close()
  await new TodayPage(page).go()
  await new TodayPage(page).open('Юдин П. П.')
  const session = new SessionPage(page)
  opened = await takeNextRoom(session, opened)
  await session.citizenConnected.and(page.locator(':enabled')).click()
  await session.noticeGiven.and(page.locator(':enabled')).click()
  await session.identification.waitFor()

  const killed = supervisor.workstationPid()
  if (killed === null) throw new Error('no workstation')
  // Everything at once, as when the power goes: nobody is there to hand the rest over.
  process.kill(killed, 'SIGSTOP')
  for (const other of desk.context.pages()) if (other.url().endsWith('/recorder')) await other.close()
  process.kill(killed, 'SIGKILL')
  const card = page.getByRole('alert').filter({ hasText: 'Сообщите: видеозапись продолжается' })
  await card.getByText('+7 913 000-00-00').waitFor()
  await card.getByRole('button', { name: 'Сейчас подключится' }).click()
  await card.getByText(/^Звонки: .* подключится/).waitFor()
  expect(await session.noticeRepeated.isDisabled()).toBe(true)
})

test('when supervisor, workstation and recorder have died, the desk says within four seconds that nothing is recorded', async () => {
  const { page, supervisor, context } = desk
  const workstation = supervisor.workstationPid()
  await supervisor.kill()
  if (workstation !== null) process.kill(workstation, 'SIGKILL')
  for (const other of context.pages()) if (other.url().endsWith('/recorder')) await other.close()
  await page.getByText('Запись сейчас не идёт: окно записи не пишет.').waitFor({ timeout: 4_000 })
})
