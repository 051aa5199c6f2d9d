import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { setUpWorkplace } from '../../fixtures/people.ts'
import { EquipmentPage } from '../pages/equipment-page.ts'

/** A known delay of the sound, put into the real chain, is what the rehearsal measures. */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  const client = await desk.client()
  await setUpWorkplace(client)
  client.close()
  await desk.page.reload()
})
afterAll(() => desk?.close())

async function measuredSyncMs(): Promise<number> {
  const screen = new EquipmentPage(desk.page)
  await screen.go()
  await screen.check('full')
  const client = await desk.client()
  const check = await unwrap(client.calls.equipment.latest())
  client.close()
  const sync = check?.results.find(({ code }) => code === 'rehearsalSync')?.figure
  if (sync === null || sync === undefined) throw new Error('no sync was measured')
  return sync
}

/**
 * Runs in the page: whatever the third destination of the check gets (the signal's; the first is the local loop's, the
 * second the recorder's own) comes out 120 ms later.
 */
function delayTheSignal(): void {
  let made = 0
  const real = AudioContext.prototype.createMediaStreamDestination
  AudioContext.prototype.createMediaStreamDestination = function () {
    const destination = real.call(this)
    made += 1
    if (made !== 3) return destination
    const delay = new DelayNode(this, { delayTime: 0.12 })
    delay.connect(destination)
    return Object.assign(delay, { stream: destination.stream })
  }
}

test('120 ms are measured within 20', async () => {
  const before = await measuredSyncMs()
  await desk.page.addInitScript(delayTheSignal)
  await desk.page.reload()
  const after = await measuredSyncMs()
  expect(Math.abs(after - before - 120)).toBeLessThanOrEqual(20)
})
