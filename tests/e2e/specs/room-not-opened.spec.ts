import type { Locator, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { TodayPage } from '../pages/today-page.ts'

/** The room itself does not open (browser host): the reception does not begin, п. 3.5 is at hand, and it can be mended. */
let desk: Desk
let client: ContractClient
let receptionId: string
let problem: Locator

const rooms = 'https://telemost.yandex.ru/**'
const refuse = (route: Route) => route.abort('connectionrefused')

beforeAll(async () => {
  desk = await openStaffedDesk()
  client = await desk.client()
  const link = newMeetingLink()
  const made = await plantReception(client, desk.profileDirectory, newApplication({ inMinutes: 8, link }))
  receptionId = made.receptionId
  await desk.page.reload()
  await new TodayPage(desk.page).open('Петров П. П.')
  problem = desk.page.getByRole('alert').filter({ hasText: 'Комната не открылась' })
})
afterAll(async () => {
  client?.close()
  await desk?.close()
})

const step = async () => (await unwrap(client.calls.receptions.detail({ receptionId }))).card.state.step.name
const act = async () => {
  const { card } = await unwrap(client.calls.receptions.detail({ receptionId }))
  return client.calls.receptions.act({
    ...{ receptionId, expectedSequence: card.state.nextSequence, action: { kind: 'roomOpened' } },
    ...{ occurredAt: null, source: 'hand' },
  })
}

test('a browser that opens no windows: said so, nothing is written', async () => {
  await desk.page.evaluate(() => {
    window.open = () => null
  })
  await desk.page.getByRole('button', { name: /Открыть комнату/ }).click()
  await problem.getByText('всплывающие окна запрещены').waitFor()
  expect(await step()).toBe('scheduled')
  expect(await act()).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
})

test('an address that refuses connections: the reception does not begin, the phone and the ways out are there', async () => {
  await desk.page.reload()
  await desk.context.route(rooms, refuse)
  await problem.getByRole('button', { name: 'Открыть ещё раз' }).click()
  await problem.getByText('Страница встречи не отвечает').waitFor()
  expect(await step()).toBe('scheduled')
  expect(await act()).toMatchObject({ ok: false, fault: { hint: expect.stringContaining('п. 3.5') } })
  await problem.getByText('+7 913 000-00-00').waitFor()
  await problem.getByRole('button', { name: 'Неисправность… (п. 3.5)' }).click()
  const form = desk.page.getByRole('region', { name: /Неисправность на нашей стороне/ })
  await form.getByRole('button', { name: 'Отмена' }).click()
  await form.waitFor({ state: 'detached' })
})

test('once it answers, the same button opens it and the reception waits for the citizen', async () => {
  await desk.context.unroute(rooms, refuse)
  const opened = desk.context.waitForEvent('page')
  await problem.getByRole('button', { name: 'Открыть ещё раз' }).click()
  const room = await opened
  expect(await room.evaluate(() => window.opener)).toBeNull()
  await desk.page.getByRole('button', { name: 'Подключить запись' }).waitFor()
  // The news of the room and of the step come one after the other.
  await problem.waitFor({ state: 'hidden' })
  expect(await step()).toBe('waiting')
})
