import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { askedOfHost, failRoom, giveDesktopBridge, pressInRoom } from '../../fixtures/bridge-in-browser.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import {
  appoint,
  citizen,
  closeAsHeld,
  meetingLink,
  openReception,
  type RoomAndRecorder,
  takeNextRoom,
} from '../../fixtures/reception-by-hand.ts'
import { until } from '../../fixtures/until.ts'
import { EquipmentPage } from '../pages/equipment-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** The pages as they are on the desktop, by ports and with a room inside, in a real browser (bridge-in-browser.ts). */
let desk: Desk
// The stand-in's own sockets complain while nobody is behind them; the browser has several sentences for why.
const standInSocketFailed = /^WebSocket connection to 'ws:\/\/127\.0\.0\.1:\d+\/[^']*' failed/
let session: SessionPage
let opened: RoomAndRecorder
beforeAll(async () => {
  desk = await openDesk({ prepare: giveDesktopBridge })
  await firstRun(desk)
  await appoint(desk)
})
afterAll(() => desk.close())

test('the room is asked of the host, has its place beside the steps, and gives way to a dialog', async () => {
  const { page } = desk
  const { session: first, ...opening } = await openReception(desk)
  session = first
  opened = opening
  const { rooms, places } = await askedOfHost(page)
  expect(rooms).toEqual([meetingLink])
  const place = places.at(-1)
  if (!place) throw new Error('the room has no place')
  const steps = await session.steps.boundingBox()
  expect(place.x + place.width).toBeLessThanOrEqual(steps?.x ?? 0)
  expect(place.width).toBeGreaterThan(400)
  expect(place.height).toBeGreaterThan(300)

  const dialog = await session.openInterruptions()
  await dialog.waitFor()
  await until(
    'the room beneath the page',
    () => askedOfHost(page),
    asked => asked.places.at(-1) === null,
  )
  await session.closeDialog()
  await until(
    'the room at its place',
    () => askedOfHost(page),
    asked => asked.places.at(-1)?.width === place.width,
  )
})

test('a room that does not load inside the window keeps the start back, until it is there', async () => {
  const { page } = desk
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await failRoom(page)
  const problem = page.getByRole('alert').filter({ hasText: 'Комната не открылась' })
  await problem.getByText('п. 3.5').first().waitFor()
  expect(await session.citizenConnected.isDisabled()).toBe(true)
  await problem.getByRole('button', { name: 'Комната всё же открылась' }).click()
  await problem.waitFor({ state: 'detached' })
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
})

test('keys work from inside the room; F6 goes over to it', async () => {
  const { page } = desk
  await page.keyboard.press('F6')
  expect((await askedOfHost(page)).focused).toBe(1)
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await pressInRoom(page, { key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: false, altKey: false })
  await session.noticeGiven.and(page.locator(':enabled')).waitFor()
})

test('a killed workstation costs nothing: both pages get new ports', async () => {
  const { page, supervisor } = desk
  await supervisor.killWorkstation()
  await session.connectionBand.waitFor({ state: 'hidden' })
  await page.getByText(/проверено на диске/).waitFor()
  await session.noticeGiven.click()
  await session.identification.waitFor()
  await session.identify()
})

test('the recording that came by a port is whole, and the room is left when the reception is over', async () => {
  await closeAsHeld({ session })
  await until(
    'the room is left',
    () => askedOfHost(desk.page),
    asked => asked.left === 1,
  )
  const recordings = new RecordingsPage(desk.page)
  await recordings.go()
  await recordings.open(citizen.shortName)
  await recordings.panel.getByText('Запись полная').waitFor()
  expect(desk.complaints.filter(complaint => !standInSocketFailed.test(complaint))).toEqual([])
})

test('the full check rehearses by a port of its own: the file was decoded', async () => {
  const equipment = new EquipmentPage(desk.page)
  await equipment.go()
  await equipment.check('full')
  const client = await desk.client()
  const check = await unwrap(client.calls.equipment.latest())
  client.close()
  const decoded = check?.results.find(({ code }) => code === 'rehearsalFile')
  expect(decoded).toMatchObject({ state: 'good' })
})

test('after abuse the host leaves the room at once, before anything is written', async () => {
  const client = await desk.client()
  const link = newMeetingLink()
  await plantReception(client, desk.profileDirectory, newApplication({ familyName: 'Резвов', link }))
  client.close()
  const today = new TodayPage(desk.page)
  await today.go()
  await today.open('Резвов П. П.')
  const next = new SessionPage(desk.page)
  await takeNextRoom(next, opened)
  await next.citizenConnected.click()
  await next.noticeGiven.and(desk.page.locator(':enabled')).waitFor()
  const { left } = await askedOfHost(desk.page)
  await next.warnOfAbuse()
  await next.interruptForAbuse()
  await until(
    'the room is left',
    () => askedOfHost(desk.page),
    asked => asked.left === left + 1,
  )
  await next.resultText.waitFor()
})
