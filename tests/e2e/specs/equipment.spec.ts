import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { deviceTroubles, latestCheck, openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { type FakeSetUp, fakeSetUps } from '../../fixtures/fake-devices.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

/**
 * Devices through the whole program: every fault of a camera, every fault of a microphone. Each of the microphone's faults
 * alone: tests/integration/equipment/microphone-verdicts.test.ts.
 */
let desk: Desk
let client: ContractClient
let screen: EquipmentPage

const plugIn = async (folder: string, microphone: FakeSetUp, camera: FakeSetUp) => ({
  ...(await fakeSetUps[microphone](folder)),
  ...(await fakeSetUps[camera](folder)),
})

beforeAll(async () => {
  desk = await openDesk({ devices: folder => plugIn(folder, 'clean', 'emptyChair') })
  ;({ screen, client } = await openEquipment(desk))
})
afterAll(async () => {
  client?.close()
  await desk?.close()
})

test('a cancelled check leaves nothing', async () => {
  await screen.quick.click()
  await screen.progress.getByRole('button', { name: 'Отменить проверку' }).click()
  await screen.progress.waitFor({ state: 'detached' })
  await desk.page.getByText('Проверок ещё не было').waitFor()
})

test('the quick check ends within ten seconds and finds no trouble in the devices, empty as the chair may be', async () => {
  const tookMs = await screen.check('quick')
  expect(tookMs).toBeLessThan(10_000)
  expect(deviceTroubles(await latestCheck(client))).toEqual([])
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
})

test.each([
  ['silent', 'black', ['cameraBlack fault', 'microphoneLevel fault']],
  [
    ...(['clippingNoisyOneSided', 'frozen'] as const),
    ['cameraFrozen fault', 'microphoneClipping warning', 'microphoneNoise warning', 'microphoneSides warning'],
  ],
] as const)('%s and %s: exactly their verdicts', async (microphone, camera, expected) => {
  await plugIn(desk.directory, microphone, camera)
  await screen.check('quick')
  expect(deviceTroubles(await latestCheck(client))).toEqual(expected)
})
