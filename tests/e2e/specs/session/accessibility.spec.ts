import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../../fixtures/desk.ts'
import { closeAsHeld, openReception } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'

/**
 * WCAG 2.1 A and AA on what only a real reception shows: its screen, the window of the recorder, the picture, the
 * played file. The states of «Приём» are in tests/components/session-states.test.tsx.
 */
let desk: Desk
let session: SessionPage
let recorder: Page
const who = 'Попов Н. Е.'
beforeAll(async () => {
  desk = await openDesk({ demonstration: true, room: quietRoom })
  session = new SessionPage(desk.page)
})
afterAll(() => desk.close())

const isAccessible = async (page = desk.page) => expect(await axeViolationsInBothSchemes(page)).toEqual([])

test('waiting, and the window of the recorder, ready and recording', async () => {
  recorder = (await openReception(desk, who)).recorder
  await isAccessible()
  await isAccessible(recorder)
  await session.citizenConnected.click()
  await session.noticeGiven.and(desk.page.locator(':enabled')).waitFor()
  await isAccessible(recorder)
})

test('the document in the real picture', async () => {
  await session.noticeGiven.click()
  await session.identification.waitFor()
  await session.compareAll()
  await session.showDocument()
  await isAccessible()
  await session.removeDocument()
  await session.identityEstablished.click()
  await session.identification.waitFor({ state: 'hidden' })
})

test('the journal with the row of this reception', async () => {
  await closeAsHeld({ session })
  await new JournalPage(desk.page).go()
  await isAccessible()
})

test('the recording with its verdict and its player', async () => {
  const { page } = desk
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.open(who)
  // Which verdict it is, is the matter of other specs: searching a page for faults again and again stalls the recorder.
  await recordings.panel.getByText(/^Запись (?:полная|неполная|с замечаниями|повреждена)/).waitFor({ timeout: 30_000 })
  await isAccessible()
  await recordings.play()
  await isAccessible()
  expect(desk.complaints).toEqual([])
})
