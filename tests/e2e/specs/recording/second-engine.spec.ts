import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../../fixtures/axe.ts'
import { type Desk, openDesk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { type GrabbedDesktop, openGrabbedDesktop } from '../../../fixtures/grabbed-desktop.ts'
import { appoint, citizen, closeAsHeld, talkUntilConsultation } from '../../../fixtures/reception-by-hand.ts'
import { until } from '../../../fixtures/until.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** A reception recorded by the second engine: the window of a program on a desktop with sound of its own. */
let desktop: GrabbedDesktop
let desk: Desk
beforeAll(async () => {
  desktop = await openGrabbedDesktop()
  desk = await openStaffedDesk({ environment: desktop.environment })
})
afterAll(async () => {
  await desk.close()
  await desktop.close()
})

test('on Wayland it says that it is not to be had, and what to do instead', async () => {
  const environment = { ...desktop.environment, XDG_SESSION_TYPE: 'wayland' }
  const wayland = await openDesk({ environment, demonstration: true })
  try {
    await new TodayPage(wayland.page).open('Попов Н. Е.')
    await new SessionPage(wayland.page).openRoom()
    await wayland.page.bringToFront()
    await wayland.page.getByRole('button', { name: 'Второй способ записи…' }).click()
    const dialog = wayland.page.getByRole('dialog', { name: 'Второй способ записи' })
    await dialog.getByText('Второй способ записи здесь недоступен').waitFor()
    await dialog
      .getByText(/работает на Wayland: .* Войдите в сеанс X11 .* или записывайте через окно записи\./)
      .waitFor()
    expect(await axeViolationsInBothSchemes(wayland.page)).toEqual([])
    await dialog.getByRole('button', { name: 'Понятно' }).click()
    await dialog.waitFor({ state: 'detached' })
  } finally {
    await wayland.close()
  }
})

test('the window is chosen, armed, recorded, sealed sound', async () => {
  const { page } = desk
  await appoint(desk)
  await new TodayPage(page).open(citizen.shortName)
  const session = new SessionPage(page)
  await session.openRoom()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Второй способ записи…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Второй способ записи' })
  const window = dialog.getByRole('combobox', { name: 'Окно Телемоста' })
  await window.waitFor()
  expect(await axeViolationsInBothSchemes(page)).toEqual([])
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
