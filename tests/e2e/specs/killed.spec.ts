import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { citizen, enterApplication, openReception } from '../../fixtures/reception-by-hand.ts'
import { until } from '../../fixtures/until.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** The workstation dies in the middle of a talk, with a person signed in by password. */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
})
afterAll(() => desk.close())

test('the specialist stays signed in, at the same citizen, and the recording has no gap', async () => {
  const { page, supervisor } = desk
  await enterApplication(desk)
  const { session } = await openReception(desk)
  await session.citizenConnected.click()
  await session.noticeGiven.and(page.locator(':enabled')).waitFor()
  await session.noticeGiven.click()
  await session.identification.waitFor()

  const killed = supervisor.workstationPid()
  if (killed === null) throw new Error('no workstation')
  process.kill(killed, 'SIGKILL')
  await until(
    'another workstation',
    () => supervisor.workstationPid(),
    pid => pid !== null && pid !== killed,
  )
  // What the recorder had not handed over yet comes to the new one: the file has no gap, nothing is to be said again.
  await session.connectionBand.waitFor({ state: 'hidden' })
  await page.getByText(/проверено на диске/).waitFor()
  expect(await page.getByText('Сообщите: видеозапись продолжается').count()).toBe(0)
  const entry = new SignInPage(page)
  expect(await entry.locked.or(entry.heading).count()).toBe(0)
  expect(await page.getByRole('heading', { name: citizen.shortName }).isVisible()).toBe(true)

  await session.compareAll()
  await session.showDocument()
  await session.removeDocument()
  await session.identityEstablished.click()
  await session.note.waitFor()
  await session.endTalk()
  await session.fillBlank('о порядке назначения субсидии')
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.panel.getByText('Запись полная').waitFor()
})
