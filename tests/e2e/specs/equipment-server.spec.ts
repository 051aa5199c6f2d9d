import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { signInAs } from '../../fixtures/people.ts'
import { type NetworkFaults, startWeriftEndpoint, type WeriftEndpoint } from '../../fixtures/webrtc/werift-endpoint.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

/**
 * The full check over the department's media server; the server here is the test's own endpoint on the loopback. One desk
 * and one check for every fault of the network; a known delay of the sound rides along with the first of them.
 */
let desk: Desk
let endpoint: WeriftEndpoint
let client: ContractClient
let screen: EquipmentPage
let goodSyncMs: number

beforeAll(async () => {
  endpoint = await startWeriftEndpoint()
  const address = { url: endpoint.url, token: endpoint.token }
  desk = await openDesk({
    prepareProfile: profile => writeFile(join(profile, 'check-server.json'), JSON.stringify(address)),
  })
  ;({ screen, client } = await openEquipment(desk))
})
afterAll(async () => {
  client?.close()
  await desk?.close()
  await endpoint?.close()
})

async function fullCheck(network: Partial<NetworkFaults> = {}): Promise<EquipmentCheck> {
  endpoint.setNetwork(network)
  await screen.check('full')
  const check = await unwrap(client.calls.equipment.latest())
  if (check === null) throw new Error('no check was kept')
  return check
}
const lineOf = ({ results }: EquipmentCheck, code: string) => results.find(result => result.code === code)
/** What the way to the server is blamed for; frames depend on the processor of the test machine as well. */
const blamedOn = ({ results }: EquipmentCheck) =>
  results
    .filter(({ code, state }) => code.startsWith('server') && code !== 'serverRate' && state !== 'good')
    .map(({ code, state }) => `${code} ${state}`)

function syncOf(check: EquipmentCheck): number {
  const figure = lineOf(check, 'rehearsalSync')?.figure
  if (figure === null || figure === undefined) throw new Error('no sync was measured')
  return figure
}

/**
 * Runs in the page: whatever the fourth destination of the check gets (the signal's; the first is the local loop's, the
 * second the server's, the third the recorder's own) comes out 120 ms later.
 */
function delayTheSignal(): void {
  let made = 0
  const real = AudioContext.prototype.createMediaStreamDestination
  AudioContext.prototype.createMediaStreamDestination = function () {
    const destination = real.call(this)
    made += 1
    if (made !== 4) return destination
    const delay = new DelayNode(this, { delayTime: 0.12 })
    delay.connect(destination)
    return Object.assign(delay, { stream: destination.stream })
  }
}

test('there and back: connected, nothing lost, not a word of the server to the specialist', async () => {
  const check = await fullCheck()
  expect(blamedOn(check)).toEqual([])
  expect(lineOf(check, 'serverConnection')).toMatchObject({ state: 'good' })
  expect(lineOf(check, 'serverRate')?.figure).toBeGreaterThan(5)
  expect(await desk.page.getByText(/^Сервер проверки:/).count()).toBe(0)
  goodSyncMs = syncOf(check)
})

test('every fifth packet lost: that alone is told; 120 ms of the sound are measured within 20', async () => {
  await desk.page.addInitScript(delayTheSignal)
  await desk.page.reload()
  await screen.go()
  const check = await fullCheck({ dropEvery: 5 })
  expect(blamedOn(check)).toEqual(['serverLoss warning'])
  expect(Math.abs(syncOf(check) - goodSyncMs - 120)).toBeLessThanOrEqual(20)
  const others = check.results.filter(({ code }) => !code.startsWith('server') && !/^(disk|proc|tele|enc)/.test(code))
  expect(others.filter(({ state }) => state === 'fault')).toEqual([])
})

test('200 ms each way: the delay alone is told', async () => {
  const check = await fullCheck({ delayMs: 200 })
  expect(blamedOn(check)).toEqual(['serverDelay warning'])
  expect(lineOf(check, 'serverDelay')?.figure).toBeGreaterThan(390)
})

test('packets up to 150 ms apart from their time: the jitter alone is told', async () => {
  expect(blamedOn(await fullCheck({ jitterMs: 50 }))).toEqual(['serverJitter warning'])
})

test('a token that is no longer valid: the server does not answer, the rest goes on; the technician is told', async () => {
  endpoint.changeToken()
  const check = await fullCheck()
  expect(blamedOn(check)).toEqual(['serverConnection warning'])
  expect(lineOf(check, 'rehearsalFile')).toMatchObject({ state: 'good' })
  expect(check.blocked).toEqual([])
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  await desk.page.reload()
  await screen.go()
  await desk.page
    .getByText(/^Сервер проверки:/)
    .first()
    .waitFor()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
})
