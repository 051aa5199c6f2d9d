import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../../shared/contract/reply.ts'
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

test('on Wayland, where it cannot run, it is not offered', async () => {
  const environment = { ...desktop.environment, XDG_SESSION_TYPE: 'wayland' }
  const wayland = await openDesk({ environment, demonstration: true })
  try {
    await new TodayPage(wayland.page).open('Попов Н. Е.')
    const session = new SessionPage(wayland.page)
    await session.openRoom()
    await wayland.page.bringToFront()
    const item = await session.itemOf('Не получилось', 'Второй способ записи…')
    await wayland.page.getByRole('menuitem', { name: 'Открыть комнату ещё раз' }).waitFor()
    const client = await wayland.client()
    expect((await unwrap(client.calls.grabber.sources())).refusal).toBe('wayland')
    client.close()
    expect(await item.count()).toBe(0)
    expect(await axeViolationsInBothSchemes(wayland.page)).toEqual([])
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
  await (await session.itemOf('Не получилось', 'Второй способ записи…')).click()
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
