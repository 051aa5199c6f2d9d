import { join, resolve } from 'node:path'
import { unwrap } from '../../shared/contract/reply.ts'
import type { EquipmentPage } from '../e2e/pages/equipment-page.ts'
import { type Desk, openDesk } from '../fixtures/desk.ts'
import { openEquipment } from '../fixtures/equipment-by-hand.ts'
import { type FakeSetUp, fakeSetUps } from '../fixtures/fake-devices.ts'
import { signInAs } from '../fixtures/people.ts'
import { until } from '../fixtures/until.ts'

/**
 * Takes the pictures of the equipment check from the real screen, the good workplace and eight broken ones:
 * `node tests/demo/take-equipment-pictures.ts DIR`.
 */
const out = resolve(process.argv[2] ?? 'docs/pictures')

async function picture({ page }: Desk, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(out, `equipment-${name}.png`), animations: 'disabled' })
}

async function at(setUp: FakeSetUp | null, take: (desk: Desk, screen: EquipmentPage) => Promise<void>): Promise<void> {
  const desk = await openDesk(setUp === null ? {} : { devices: fakeSetUps[setUp] })
  try {
    const { screen, client } = await openEquipment(desk)
    client.close()
    await take(desk, screen)
  } finally {
    await desk.close()
  }
}

await at(null, async (desk, screen) => {
  await screen.quick.click()
  const camera = screen.progress.locator('video')
  await until(
    'the camera is seen',
    () => camera.evaluate(video => (video as HTMLVideoElement).currentTime),
    seconds => seconds > 0.5,
  )
  await picture(desk, 'running')
  await screen.outcome.waitFor()
  await screen.check('quick')
  await picture(desk, 'good')
  await screen.check('full')
  await picture(desk, 'full')
  await screen.check('quick', false)
  await picture(desk, 'not-heard')
  await desk.context.clearPermissions()
  await desk.context.grantPermissions(['microphone'])
  await screen.check('quick')
  await picture(desk, 'camera-refused')
  const client = await desk.client()
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  client.close()
  await desk.page.reload()
  await screen.go()
  const keeper = desk.page.getByRole('region', { name: 'Для технического специалиста' })
  await keeper.getByRole('img').first().waitFor()
  await keeper.scrollIntoViewIfNeeded()
  await picture(desk, 'technician')
})
for (const setUp of ['silent', 'clipping', 'noisy', 'oneSided', 'black', 'frozen'] as const) {
  await at(setUp, async (desk, screen) => {
    await screen.check('quick')
    await picture(desk, setUp)
  })
}
