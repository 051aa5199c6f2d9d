import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFile } from '../../../electron/equipment/analyse-rehearsal.ts'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { measureRehearsal } from '../../../shared/equipment/rehearsal-facts.ts'
import { partFileName } from '../../../shared/recording/part-log.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { deviceTroubles, latestCheck, lineOf, openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { signInAs } from '../../fixtures/people.ts'
import { letBeHidden } from '../../fixtures/really-hidden.ts'
import { undisturbed } from '../../fixtures/undisturbed.ts'
import { startWeriftEndpoint, type WeriftEndpoint } from '../../fixtures/webrtc/werift-endpoint.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

/**
 * The full check in the browser's own window, over the department's media server; the server here is the test's own endpoint
 * on the loopback. Two rehearsals: one in front where the network is as bad as can be, one minimised where the
 * server does not answer. Each of the network's faults alone: watch-peer.test.ts, from kept statistics.
 */
let desk: Desk
let endpoint: WeriftEndpoint
let client: ContractClient
let screen: EquipmentPage
let devTools: CDPSession
let goodSyncMs: number

beforeAll(async () => {
  endpoint = await startWeriftEndpoint()
  const address = { url: endpoint.url, token: endpoint.token }
  desk = await openDesk({
    // As `npm start` opens it: Playwright's own arguments keep hidden pages as lively as visible ones.
    ownWindow: true,
    prepareProfile: profile => writeFile(join(profile, 'check-server.json'), JSON.stringify(address)),
  })
  ;({ screen, client } = await openEquipment(desk))
  devTools = await desk.context.newCDPSession(desk.page)
  await letBeHidden(desk.page)
})
afterAll(async () => {
  client?.close()
  await desk?.close()
  await endpoint?.close()
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

async function becomes(role: 'specialist' | 'technician'): Promise<void> {
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, role)
  await desk.page.reload()
  await screen.go()
}

const figureOf = (check: EquipmentCheck, code: Parameters<typeof lineOf>[1]): number => {
  const { figure } = lineOf(check, code)
  if (figure === null) throw new Error(`${code} was not measured`)
  return figure
}
const rehearsals = () => join(desk.profileDirectory, 'recordings', '.rehearsal')
async function keptPart(): Promise<string> {
  const part = (await readdir(rehearsals(), { recursive: true })).find(path => path.endsWith(partFileName(1)))
  if (part === undefined) throw new Error('no recording of the rehearsal was kept')
  return part
}

/** What the way to the server is blamed for; frames depend on the processor of the test machine as well. */
const blamedOnServer = ({ results }: EquipmentCheck) =>
  results
    .filter(({ code, state }) => code.startsWith('server') && code !== 'serverRate' && state !== 'good')
    .map(({ code, state }) => `${code} ${state}`)

test('in front, over a bad network: a good file; loss, delay and jitter are told, and that nothing was minimised', async () => {
  endpoint.setNetwork({ dropEvery: 5, delayMs: 200, jitterMs: 50 })
  await screen.check('full')
  const check = await latestCheck(client)
  expect(lineOf(check, 'rehearsalFile')).toMatchObject({ state: 'good' })
  expect(deviceTroubles(check).filter(text => text.endsWith('fault'))).toEqual([])
  expect(blamedOnServer(check)).toEqual(['serverLoss warning', 'serverDelay warning', 'serverJitter warning'])
  expect(lineOf(check, 'serverConnection')).toMatchObject({ state: 'good' })
  expect(figureOf(check, 'serverDelay')).toBeGreaterThan(390)
  goodSyncMs = figureOf(check, 'rehearsalSync')
  expect(Math.abs(goodSyncMs)).toBeLessThan(120)
  expect(lineOf(check, 'rehearsalHiddenRate')).toMatchObject({ state: 'unknown', figure: null, cause: 'notMinimised' })
  expect(figureOf(check, 'rehearsalEncoder')).toBeGreaterThan(0)
  expect(figureOf(check, 'rehearsalDropped')).toBeLessThan(50)
})

test('its sound moved by 120 ms, late or early, is measured within 20', async () => {
  const file = join(rehearsals(), await keptPart())
  for (const movedMs of [120, -120]) {
    const moved = join(desk.directory, `moved-${movedMs}.webm`)
    const late = (isLate: boolean) => [...(isLate ? ['-itsoffset', `${Math.abs(movedMs) / 1000}`] : []), '-i', file]
    await promisify(execFile)('ffmpeg', [
      ...['-hide_banner', '-nostdin', '-loglevel', 'error', ...late(movedMs < 0), ...late(movedMs > 0)],
      ...['-map', '0:v', '-map', '1:a', '-c', 'copy', moved],
    ])
    const decoded = await decodeFile('ffmpeg', moved, 20_000)
    const { syncMs } = measureRehearsal({ ...decoded, hidden: [] })
    expect(Math.abs((syncMs ?? 999) - goodSyncMs - movedMs)).toBeLessThanOrEqual(20)
  }
})

test('the sample is heard once and erased', async () => {
  const player = desk.page.getByRole('region', { name: 'Пробная запись' })
  const address = await player.locator('video').getAttribute('src')
  const read = () => desk.page.evaluate(async path => (await fetch(path)).status, address ?? '')
  expect(await read()).toBe(200)
  expect(existsSync(rehearsals())).toBe(true)
  await player.getByRole('button', { name: 'Прослушано, стереть' }).click()
  await expect.poll(read).toBe(404)
  await expect.poll(() => existsSync(rehearsals())).toBe(false)
  // The head of the table and this check.
  expect(await desk.page.getByRole('table').getByRole('row').count()).toBe(2)
  expect(desk.complaints.filter(text => !text.includes('404'))).toEqual([])
})

test('minimised for five seconds where the server does not answer: the recording goes on at its rate', async () => {
  endpoint.acceptToken(false)
  await undisturbed(async () => {
    const tookMs = await screen.check('full', true, async () => {
      await desk.page.getByText('Сверните окно секунды на четыре').waitFor()
      await putWindow('minimized')
      await letPass(5_000)
      await putWindow('normal')
    })
    const check = await latestCheck(client)
    expect(lineOf(check, 'rehearsalFile')).toMatchObject({ state: 'good' })
    expect(tookMs).toBeLessThan(45_000)
    expect(blamedOnServer(check)).toEqual(['serverConnection warning'])
    expect(check.blocked).toEqual([])
    expect(check.versions.ffmpeg).not.toBe('')
    expect(figureOf(check, 'rehearsalVoices')).toBeGreaterThan(20)
    const hidden = lineOf(check, 'rehearsalHiddenRate')
    const whole = figureOf(check, 'rehearsalRate')
    expect(hidden).toMatchObject({ unit: 'framesPerSecond', cause: null })
    console.info(
      `frames a second: ${hidden.figure} minimised, ${whole} in all; encoder ${figureOf(check, 'rehearsalEncoder')} ms`,
    )
    // A minimised page paints once a second: a recorder that depended on it would record one to five.
    expect(hidden.figure).toBeGreaterThan(Math.max(5, whole * 0.7))
    expect(Math.abs(figureOf(check, 'rehearsalSync'))).toBeLessThan(120)
  })
  expect(await desk.page.getByText(/^Сервер проверки/).count()).toBe(0)
  expect(desk.complaints.filter(text => !text.includes('404'))).toEqual([])
}, 240_000)

test('the technician is told of the server', async () => {
  await becomes('technician')
  await desk.page
    .getByText(/^Сервер проверки:/)
    .first()
    .waitFor()
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
})

test('over a good network nothing is told, and not a word of the server to the specialist', async () => {
  endpoint.acceptToken(true)
  endpoint.setNetwork({})
  // Without devices the check goes straight to the connections and leaves the rehearsal out.
  await becomes('specialist')
  await desk.context.clearPermissions()
  await desk.context.grantPermissions([])
  await screen.check('full')
  const check = await latestCheck(client)
  expect(blamedOnServer(check)).toEqual([])
  expect(lineOf(check, 'serverConnection').state).toBe('good')
  expect(figureOf(check, 'serverRate')).toBeGreaterThan(5)
  expect(await desk.page.getByText(/^Сервер проверки:/).count()).toBe(0)
})
