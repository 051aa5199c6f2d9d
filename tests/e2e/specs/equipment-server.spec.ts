import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { signInAs } from '../../fixtures/people.ts'
import { startWeriftEndpoint, type WeriftEndpoint } from '../../fixtures/webrtc/werift-endpoint.ts'

/** The full check over the department's media server; the server here is the test's own endpoint on the loopback. */
let desk: Desk
let endpoint: WeriftEndpoint
afterEach(async () => {
  await desk?.close()
  await endpoint?.close()
})

async function checkOver(dropEvery: number, token = '') {
  endpoint = await startWeriftEndpoint({ dropEvery })
  const address = { url: endpoint.url, token: token === '' ? endpoint.token : token }
  desk = await openDesk({
    prepareProfile: profile => writeFile(join(profile, 'check-server.json'), JSON.stringify(address)),
  })
  const { screen, client } = await openEquipment(desk)
  await screen.check('full')
  const check = await unwrap(client.calls.equipment.latest())
  const line = (code: string) => check?.results.find(result => result.code === code)
  return { client, screen, check, line }
}

test('there and back: connected, nothing lost; the specialist is not told, the technician is', async () => {
  const { client, screen, line } = await checkOver(0)
  expect(line('serverConnection')).toMatchObject({ state: 'good' })
  expect(line('serverLoss')?.figure).toBeLessThan(1)
  expect(line('serverRate')?.figure).toBeGreaterThan(5)
  const told = desk.page.getByText(/^Сервер проверки:/)
  expect(await told.count()).toBe(0)
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  await desk.page.reload()
  await screen.go()
  await told.first().waitFor()
  client.close()
})

test('every fifth packet lost: a warning of the server alone, the workplace stays as it is', async () => {
  const { client, check, line } = await checkOver(5)
  expect(line('serverLoss')).toMatchObject({ state: 'warning' })
  const others = check?.results.filter(({ code }) => !code.startsWith('server') && !/^(disk|proc|tele|enc)/.test(code))
  expect(others?.filter(({ state }) => state === 'fault')).toEqual([])
  client.close()
})

test('a wrong token: the server does not answer, the rest of the check goes on', async () => {
  const { client, check, line } = await checkOver(0, 'a-token-of-somebody-else')
  expect(line('serverConnection')).toMatchObject({ state: 'warning' })
  expect(line('rehearsalFile')).toMatchObject({ state: 'good' })
  expect(check?.blocked).toEqual([])
  client.close()
})
