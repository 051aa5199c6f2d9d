import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../../shared/contract/reply.ts'
import type { ContractClient } from '../../../fixtures/contract-client.ts'
import { type Desk, firstRun, openDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { openReception } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { until } from '../../../fixtures/until.ts'
import { SessionPage } from '../../pages/session-page.ts'

/**
 * A stray Enter, Space and Ctrl+Enter through the whole program, down to the history of the reception; every single
 * button and field is proven in tests/components.
 */
let desk: Desk
let client: ContractClient
let receptionId: string

beforeAll(async () => {
  desk = await openDesk({ room: quietRoom })
  await firstRun(desk)
  client = await desk.client()
  const created = await plantReception(
    client,
    desk.profileDirectory,
    newApplication({ familyName: 'Петров', inMinutes: -12, link: newMeetingLink() }),
  )
  receptionId = created.receptionId
  await desk.page.reload()
})
afterAll(async () => {
  client.close()
  await desk.close()
})

const kinds = async () =>
  (await unwrap(client.calls.receptions.detail({ receptionId }))).events.map(({ action }) => action.kind)

test('a stray Enter writes nothing; Space and Ctrl+Enter write each their fact', async () => {
  const { page } = desk
  await openReception(desk)
  const session = new SessionPage(page)
  await session.openInterruptions()
  const lamp = session.lamp('слышно')
  await lamp.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await until('the lamp is lit', kinds, written => written.includes('lampLit'))
  await session.closeDialog()
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await page.keyboard.press('Control+Enter')
  // One page's calls arrive in their order: what Enter had written would stand before.
  expect(await until('the start is written', kinds, written => written.includes('citizenConnected'), 30_000)).toEqual([
    'roomOpened',
    'lampLit',
    'citizenConnected',
  ])
  expect(desk.complaints).toEqual([])
})
