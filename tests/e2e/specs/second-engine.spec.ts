import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../fixtures/axe.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { type GrabbedDesktop, openGrabbedDesktop } from '../../fixtures/grabbed-desktop.ts'
import { citizen, closeAsHeld, enterApplication, talkUntilConsultation } from '../../fixtures/reception-by-hand.ts'
import { until } from '../../fixtures/until.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** A reception recorded by the second engine: the window of a program on a desktop with sound of its own. */
let desktop: GrabbedDesktop
let desk: Desk
beforeAll(async () => {
  desktop = await openGrabbedDesktop()
  desk = await openDesk({ environment: desktop.environment })
  await firstRun(desk)
})
afterAll(async () => {
  await desk.close()
  await desktop.close()
})

test('the window is chosen, armed, recorded, sealed sound', async () => {
  const { page } = desk
  await enterApplication(desk)
  await new TodayPage(page).open(citizen.shortName)
  const session = new SessionPage(page)
  await session.openRoom()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Второй способ записи…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Второй способ записи' })
  const window = dialog.getByRole('combobox', { name: 'Окно Телемоста' })
  await window.waitFor()
  expect(await axeViolations(page)).toEqual([])
  await window.fill('Telemost')
  await page.getByRole('option', { name: 'Telemost' }).click()
  await dialog.getByRole('button', { name: 'Подготовить запись' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()

  await talkUntilConsultation({ session })
  await session.side.getByText(/проверено/i).waitFor()
  await page.getByRole('button', { name: 'Второй способ записи…' }).waitFor({ state: 'hidden' })
  await closeAsHeld({ session })

  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.panel.getByText('Запись полная').waitFor()
  await recordings.play()
  await until(
    'it plays',
    () => recordings.positionSeconds(),
    seconds => seconds > 0.5,
  )
  expect(desk.complaints).toEqual([])
})
