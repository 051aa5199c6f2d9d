import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openReception } from '../../fixtures/reception-by-hand.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { SessionPage } from '../pages/session-page.ts'

/** WCAG 2.1 A and AA on every state of one reception, from the armed recorder to the played file. */
let desk: Desk
let session: SessionPage
let recorder: Page
const who = 'Попов Н. Е.'
beforeAll(async () => {
  desk = await openDesk({ demonstration: true })
  session = new SessionPage(desk.page)
})
afterAll(() => desk.close())

const isAccessible = async (page = desk.page) => expect(await axeViolationsInBothSchemes(page)).toEqual([])

test('waiting, and the window of the recorder', async () => {
  recorder = (await openReception(desk, who)).recorder
  await isAccessible()
  await isAccessible(recorder)
  await desk.page.getByRole('button', { name: 'Неисправность…' }).click()
  await desk.page.getByRole('dialog').getByLabel('Что неисправно').waitFor()
  await isAccessible()
  await session.closeDialog()
})

test('the notice, and every question beside it', async () => {
  const { page } = desk
  await session.lamp('слышно').click()
  await session.citizenConnected.click()
  await session.noticeGiven.and(page.locator(':enabled')).waitFor()
  await isAccessible()
  await isAccessible(recorder)
  await session.openInterruptions()
  await isAccessible()
  await session.closeDialog()
  await session.warnOfAbuse()
  await session.openInterruptions()
  await isAccessible()
  await session.closeDialog()
  await session.openEmergency()
  await isAccessible()
  await session.closeDialog()
  await page.keyboard.press('F9')
  await page.getByRole('dialog', { name: 'Завершить разговор?' }).waitFor()
  await isAccessible()
  await session.closeDialog()
})

test('identification with its other results', async () => {
  const { page } = desk
  await session.noticeGiven.click()
  await session.identification.waitFor()
  await page.getByRole('button', { name: 'Не прошёл (п. 3.12)' }).click()
  await page.getByRole('menuitem').first().waitFor()
  await isAccessible()
  await page.getByRole('menuitem', { name: 'другое…' }).click()
  await page.getByLabel('Что не совпало').waitFor()
  await isAccessible()
  await page.getByRole('button', { name: 'Назад' }).click()
  await session.compareAll()
  await session.showDocument()
  await isAccessible()
  await session.removeDocument()
  await session.identityEstablished.click()
})

test('the consultation, the result and what stands in the journal', async () => {
  const { page } = desk
  await session.note.waitFor()
  await isAccessible()
  await session.endTalk()
  await session.resultText.waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await isAccessible()
  await session.fillBlank('о порядке назначения субсидии')
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  await isAccessible()
  const journal = new JournalPage(page)
  await journal.go()
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
