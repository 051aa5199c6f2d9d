import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeViolations } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { RecordingsPage } from '../pages/recordings-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** WCAG 2.1 A and AA on the screens of this version, with the demonstration's data, light and dark. */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ demonstration: true })
})
afterAll(() => desk.close())

const violations = () => axeViolations(desk.page)

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  beforeAll(() => desk.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))
  // Each screen from a fresh page: what one test leaves open must not stand in the way of the next.
  beforeEach(async () => {
    await desk.page.goto(`${desk.supervisor.origin}/`)
    await new TodayPage(desk.page).list.waitFor()
  })

  test('«Сегодня»', async () => {
    const today = new TodayPage(desk.page)
    await today.go()
    await today.list.waitFor()
    expect(await violations()).toEqual([])
  })

  test('«Новая заявка»', async () => {
    await desk.page.getByRole('link', { name: 'Новая заявка…' }).first().click()
    await new TodayPage(desk.page).form.waitFor()
    expect(await violations()).toEqual([])
  })

  test('«Приём» before it begins', async () => {
    const today = new TodayPage(desk.page)
    await today.go()
    await today.open('Попов Н. Е.')
    await desk.page.getByRole('button', { name: /Открыть комнату/ }).waitFor()
    expect(await violations()).toEqual([])
  })

  test('«Журнал»', async () => {
    await new JournalPage(desk.page).go()
    expect(await violations()).toEqual([])
  })

  test('«Записи»', async () => {
    await new RecordingsPage(desk.page).go()
    await desk.page.getByRole('heading').first().waitFor()
    expect(await violations()).toEqual([])
  })
})
