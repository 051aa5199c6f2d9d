import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { letBeHidden } from '../../fixtures/really-hidden.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

/** A rehearsal whose window is really minimised for a part of it: what it records then is measured apart. */
let desk: Desk
let client: ContractClient
let screen: EquipmentPage
let devTools: CDPSession

beforeAll(async () => {
  // As `npm start` opens it: Playwright's own arguments keep hidden pages as lively as visible ones.
  desk = await openDesk({ ownWindow: true })
  ;({ screen, client } = await openEquipment(desk))
  devTools = await desk.context.newCDPSession(desk.page)
  await letBeHidden(desk.page)
})
afterAll(async () => {
  client?.close()
  await desk?.close()
})

async function putWindow(windowState: 'minimized' | 'normal'): Promise<void> {
  const { windowId } = await devTools.send('Browser.getWindowForTarget')
  await devTools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  const expected = windowState === 'minimized' ? 'hidden' : 'visible'
  await expect.poll(() => desk.page.evaluate(() => document.visibilityState)).toBe(expected)
}

/** By the page's own clock; what a page waits for while it is minimised comes a second late at most. */
const letPass = (milliseconds: number) =>
  desk.page.evaluate(length => new Promise<void>(resolve => setTimeout(resolve, length)), milliseconds)

async function figures() {
  const check = await unwrap(client.calls.equipment.latest())
  return (code: string) => check?.results.find(result => result.code === code)
}

test('a window that stays in front: the rate while minimised was not measured, and it says so', async () => {
  await screen.check('full')
  const figure = await figures()
  expect(figure('rehearsalHiddenRate')).toMatchObject({ state: 'unknown', figure: null, cause: 'notMinimised' })
  expect(figure('rehearsalEncoder')?.figure).toBeGreaterThan(0)
  expect(figure('rehearsalDropped')?.figure).toBeLessThan(50)
})

test('minimised for five seconds: the recording goes on at the rate it had before', async () => {
  const tookMs = await screen.check('full', true, async () => {
    await desk.page.getByText('Сверните окно секунды на четыре').waitFor()
    await putWindow('minimized')
    await letPass(5_000)
    await putWindow('normal')
  })
  expect(tookMs).toBeLessThan(45_000)
  const figure = await figures()
  const hidden = figure('rehearsalHiddenRate')
  const whole = figure('rehearsalRate')
  expect(hidden).toMatchObject({ unit: 'framesPerSecond', cause: null })
  console.info(
    `frames a second: ${hidden?.figure} minimised, ${whole?.figure} in all; encoder ${figure('rehearsalEncoder')?.figure} ms`,
  )
  // A minimised page paints once a second: a recorder that depended on it would record one to five.
  expect(hidden?.figure).toBeGreaterThan(Math.max(5, (whole?.figure ?? 0) * 0.7))
  expect(figure('rehearsalFile')).toMatchObject({ state: 'good' })
  expect(Math.abs(figure('rehearsalSync')?.figure ?? 999)).toBeLessThan(120)
  expect(desk.complaints).toEqual([])
})
