import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { groupOf } from '../../../shared/equipment/codes.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { type FakeSetUp, fakeSetUps } from '../../fixtures/fake-devices.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

async function openAt(setUp: FakeSetUp | null): Promise<{ desk: Desk; screen: EquipmentPage }> {
  const desk = await openDesk(setUp === null ? {} : { devices: fakeSetUps[setUp] })
  const { screen, client } = await openEquipment(desk)
  client.close()
  return { desk, screen }
}

async function latest(desk: Desk): Promise<EquipmentCheck> {
  const client = await desk.client()
  try {
    const check = await unwrap(client.calls.equipment.latest())
    if (check === null) throw new Error('no check was kept')
    return check
  } finally {
    client.close()
  }
}

/**
 * Troubles of devices and of the rehearsal; the test machine's own disk and network are not the point. Where the check
 * itself says that the processor is busy, the fake camera is slow for the same reason.
 */
const troubles = ({ results }: EquipmentCheck) => {
  const isBusy = results.some(({ code, state }) => code === 'processor' && state === 'warning')
  return results
    .filter(({ state }) => state === 'warning' || state === 'fault')
    .filter(({ code }) => !['computer', 'connection'].includes(groupOf(code)) && !(isBusy && code === 'cameraRate'))
    .map(({ code, state }) => `${code} ${state}`)
}

describe('a good workplace', () => {
  let desk: Desk
  let screen: EquipmentPage
  beforeAll(async () => {
    ;({ desk, screen } = await openAt(null))
  })
  afterAll(() => desk?.close())

  test('a cancelled check leaves nothing', async () => {
    await screen.quick.click()
    await screen.progress.getByRole('button', { name: 'Отменить проверку' }).click()
    await screen.progress.waitFor({ state: 'detached' })
    await desk.page.getByText('Проверок ещё не было').waitFor()
  })

  test('the quick check ends within ten seconds and finds no trouble in the devices', async () => {
    const tookMs = await screen.check('quick')
    expect(tookMs).toBeLessThan(10_000)
    expect(troubles(await latest(desk))).toEqual([])
    expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  })

  test('the full check records, decodes and measures within 45 seconds; the sample is heard once and erased', async () => {
    const tookMs = await screen.check('full')
    expect(tookMs).toBeLessThan(45_000)
    const { results, versions } = await latest(desk)
    const figure = (code: string) => results.find(result => result.code === code)
    expect(figure('rehearsalFile')).toMatchObject({ state: 'good' })
    expect(figure('rehearsalVoices')?.figure).toBeGreaterThan(20)
    expect(Math.abs(figure('rehearsalSync')?.figure ?? 999)).toBeLessThan(120)
    expect(versions.ffmpeg).not.toBe('')
    const player = desk.page.getByRole('region', { name: 'Пробная запись' })
    const address = await player.locator('video').getAttribute('src')
    const read = () => desk.page.evaluate(async path => (await fetch(path)).status, address ?? '')
    expect(await read()).toBe(200)
    const folder = join(desk.profileDirectory, 'recordings', '.rehearsal')
    expect(existsSync(folder)).toBe(true)
    await player.getByRole('button', { name: 'Прослушал(а), стереть' }).click()
    await expect.poll(read).toBe(404)
    await expect.poll(() => existsSync(folder)).toBe(false)
    expect(await desk.page.getByRole('table').getByRole('row').count()).toBe(3)
    expect(desk.complaints.filter(text => !text.includes('404'))).toEqual([])
  })

  test('a tone that is not heard blocks', async () => {
    await screen.check('quick', false)
    await desk.page.getByText('Приём начинать нельзя').first().waitFor()
    expect((await latest(desk)).blocked).toEqual(['speakerTone'])
  })

  test('a camera the browser refuses is one line and no block', async () => {
    await desk.context.clearPermissions()
    await desk.context.grantPermissions(['microphone'])
    await screen.check('quick')
    const check = await latest(desk)
    expect(troubles(check)).toEqual(['cameraPresent fault'])
    expect(check.blocked).toEqual([])
  })
})

describe.each([
  ['silent', ['microphoneLevel fault']],
  ['clipping', ['microphoneClipping warning']],
  ['noisy', ['microphoneNoise warning']],
  ['oneSided', ['microphoneSides warning']],
  ['black', ['cameraBlack fault']],
  ['frozen', ['cameraFrozen fault']],
  ['emptyChair', []],
] as const)('%s', (setUp, expected) => {
  test('exactly its verdict', async () => {
    const { desk, screen } = await openAt(setUp)
    try {
      await screen.check('quick')
      expect(troubles(await latest(desk))).toEqual(expected)
    } finally {
      await desk.close()
    }
  })
})
