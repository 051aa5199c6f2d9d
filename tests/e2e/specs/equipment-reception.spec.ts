import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { deviceTroubles, latestCheck } from '../../fixtures/equipment-by-hand.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { setUpWorkplace, signInAs } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { EquipmentPage } from '../pages/equipment-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** What a check means for the reception that comes: the silent look, the closed room, the decisions of people. */
let desk: Desk
let client: ContractClient
let screen: EquipmentPage
let receptionId: string

beforeAll(async () => {
  desk = await openDesk()
  client = await desk.client()
  await setUpWorkplace(client)
  const link = newMeetingLink()
  const made = await plantReception(client, desk.profileDirectory, newApplication({ inMinutes: 8, link }))
  receptionId = made.receptionId
  await desk.page.reload()
  screen = new EquipmentPage(desk.page)
})
afterAll(async () => {
  client?.close()
  await desk?.close()
})

const today = () => desk.page.getByRole('link', { name: 'Сегодня' }).click()
const line = (text: RegExp) => desk.page.getByRole('list', { name: 'Что не так' }).getByText(text)

test('eight minutes before, the page looks by itself: the microphone, never the camera', async () => {
  await line(/Проверено \d\d:\d\d/).waitFor({ timeout: 40_000 })
  const { check, fullDue } = await unwrap(client.calls.equipment.readiness({ receptionId }))
  expect(check).toMatchObject({ kind: 'silent', receptionId, blocked: [] })
  expect(check?.devices.camera).toBeNull()
  expect(fullDue).toBe(true)
})

test('a broken workplace keeps the room closed, with the ways out; the next good check opens it', async () => {
  await screen.go()
  await screen.check('quick', false)
  const trouble = desk.page.getByRole('region', { name: 'Что делать' })
  await trouble.waitFor()
  await desk.page.getByText('Приём начинать нельзя').first().waitFor()
  expect((await latestCheck(client)).blocked).toEqual(['speakerTone'])
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await holdElsewhere(trouble)
  await trouble.getByRole('link', { name: /Позвонить гражданину \(п\. 3\.5\)/ }).click()
  await desk.page.getByText('Рабочее место неисправно').waitFor()
  await desk.page.getByText('Приём на другом рабочем месте: кабинет 12').waitFor()
  expect(await desk.page.getByRole('button', { name: /Открыть комнату/ }).count()).toBe(0)
  const { card } = await unwrap(client.calls.receptions.detail({ receptionId }))
  const refused = await client.calls.receptions.act({
    ...{ receptionId, expectedSequence: card.state.nextSequence, action: { kind: 'roomOpened' } },
    ...{ occurredAt: null, source: 'hand' },
  })
  expect(refused).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  await desk.page.getByRole('link', { name: 'Открыть «Оборудование»' }).click()
  await screen.check('quick')
  expect(deviceTroubles(await latestCheck(client))).toEqual([])
  await today()
  await new TodayPage(desk.page).open('Петров П. П.')
  await desk.page.getByRole('button', { name: /Открыть комнату/ }).waitFor()
})

/** «Другое рабочее место»: a fact of the reception, by Ctrl+Enter alone. */
async function holdElsewhere(trouble: Locator): Promise<void> {
  await trouble.getByRole('button', { name: 'Другое рабочее место…' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Другое рабочее место' })
  await dialog.getByRole('textbox', { name: 'Где пройдёт приём' }).fill('кабинет 12')
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await desk.page.keyboard.press('Enter')
  expect((await unwrap(client.calls.receptions.detail({ receptionId }))).events).toEqual([])
  await desk.page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await trouble.getByText('Приём на другом рабочем месте: кабинет 12').waitFor()
  const { events } = await unwrap(client.calls.receptions.detail({ receptionId }))
  expect(events).toMatchObject([
    { source: 'hand', action: { kind: 'heldElsewhere', place: 'кабинет 12', workplaceId: null } },
  ])
}

test('a refused camera: no block, a decision with its reason; the microphones with their bars', async () => {
  await desk.context.clearPermissions()
  await desk.context.grantPermissions(['microphone'])
  await screen.go()
  await screen.check('quick')
  const check = await latestCheck(client)
  expect(deviceTroubles(check)).toEqual(['cameraPresent fault'])
  expect(check.blocked).toEqual([])
  await desk.page.getByRole('button', { name: 'Приём без камеры…' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Приём без камеры' })
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('камера в ремонте')
  await dialog.getByRole('button', { name: 'Записать решение' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { decisions, blocked } = await latestCheck(client)
  expect(decisions).toMatchObject([{ kind: 'withoutCamera', reason: 'камера в ремонте' }])
  expect(blocked).toEqual([])
})

test('the technician: trends, passport, the whole bundle before it is saved; no citizen anywhere', async () => {
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  await desk.page.reload()
  await screen.go()
  const keeper = desk.page.getByRole('region', { name: 'Для технического специалиста' })
  await keeper.getByRole('img').first().waitFor()
  const board = desk.page.getByRole('region', { name: 'Утренняя доска' })
  const row = board.getByRole('row', { name: /Рабочее место 3/ })
  await row.getByText(/^\d\d:\d\d$/).waitFor()
  await row.getByText('Полной проверки сегодня не было', { exact: false }).waitFor()
  await row.getByText(/^Камера: доступ запрещён/).waitFor()
  await keeper.getByRole('textbox', { name: 'Кабинет' }).fill('12')
  await keeper.getByRole('button', { name: 'Сохранить паспорт' }).click()
  await expect.poll(async () => (await unwrap(client.calls.equipment.passport()))?.room).toBe('12')
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await keeper.getByRole('button', { name: 'Собрать сведения для ИТ…' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Собрать сведения для ИТ' })
  await dialog.getByText('checks.json').waitFor()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  const download = desk.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Сохранить архив' }).click()
  expect((await download).suggestedFilename()).toMatch(/^svedeniya-dlya-it_\d{4}-\d\d-\d\d\.zip$/)
  expect(await desk.page.locator('body').innerText()).not.toContain('Петров')
  expect(desk.complaints).toEqual([])
})
