import type { Locator } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { officeScreens } from '../../fixtures/office-screens.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { DayPage } from '../pages/day-page.ts'
import { isInWindow } from '../pages/on-top.ts'
import { TodayPage } from '../pages/today-page.ts'

/** «Сегодня» on real office screens: what is needed now is inside the window, and the focus never falls off the page. */
const everySize = officeScreens.flatMap(size => (['light', 'dark'] as const).map(scheme => [size, scheme] as const))
const usual = officeScreens[1]
const longAgo = Temporal.PlainDate.from(localDate(Date.now(), timeZone)).subtract({ days: 30 }).toString()

let desk: Desk
let today: TodayPage
let day: DayPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  today = new TodayPage(desk.page)
  day = new DayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

/** Whole inside the window, without scrolling, and nothing lies over it. */
async function expectInWindow(what: Locator): Promise<void> {
  expect(await isInWindow(what), `${what} is in the window`).toBe(true)
}

async function at(size: (typeof officeScreens)[number], colorScheme: 'light' | 'dark'): Promise<void> {
  await desk.page.setViewportSize(size)
  await desk.page.emulateMedia({ colorScheme })
}

const hasFocus = () =>
  desk.page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)
const start = () => today.selected.getByRole('link', { name: 'Начать приём' })

describe('the first day', () => {
  test.each(everySize)('the whole checklist is inside %o, %s', async (size, scheme) => {
    await at(size, scheme)
    const steps = desk.page.getByRole('region', { name: 'Первый день' })
    for (const text of ['Оборудование', 'Почта для заявок', 'Есть специалист и руководитель', 'Писем ещё не было']) {
      await expectInWindow(steps.getByText(text))
    }
    await expectInWindow(steps.getByRole('link', { name: 'Проверить' }))
    expect(await desk.page.getByRole('link', { name: 'Новая заявка…' }).count()).toBe(0)
  })

  test('no violation of WCAG 2.1 A or AA', async () => {
    expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
    await keepPicture(desk.page, 'today-first-day')
  })
})

describe('a full day', () => {
  beforeAll(async () => {
    const client = await desk.client()
    const names = [
      'Авдеев',
      'Белов',
      'Волков',
      'Громов',
      'Дроздов',
      'Ершов',
      'Жуков',
      'Зимин',
      'Ильин',
      'Котов',
      'Лосев',
    ]
    for (const [index, familyName] of names.entries()) {
      const { fields, ...rest } = newApplication({ familyName, inMinutes: index - 5, link: newMeetingLink() })
      const receivedOn = index < 3 ? longAgo : fields.receivedOn
      await plantReception(client, desk.profileDirectory, { ...rest, fields: { ...fields, receivedOn } })
    }
    for (const inMinutes of [-95, -90]) {
      const planned = newApplication({ familyName: 'Носов', inMinutes, link: newMeetingLink() })
      await plantReception(client, desk.profileDirectory, planned)
    }
    client.close()
    await today.list.waitFor()
    await day.attention.waitFor()
  })

  test.each(everySize)(
    'who, the phone, the primary and the first lines to do are inside %o, %s',
    async (size, scheme) => {
      await at(size, scheme)
      await today.line('Лосев П. П.').click()
      await expectInWindow(today.selected.getByText('Лосев Пётр Петрович'))
      await expectInWindow(today.selected.getByText('+7 913 000-00-00'))
      await expectInWindow(start())
      await start().click({ trial: true })
      await expectInWindow(today.line('Лосев П. П.'))
      const first = day.attention.getByRole('button').first()
      await expectInWindow(first)
      await first.click({ trial: true })
      await expectInWindow(desk.page.getByRole('button', { name: 'Завершить день…' }))
    },
  )

  test('a line of several opens its cases and keeps the focus; no violation of WCAG', async () => {
    await at(usual, 'light')
    const over = day.attention.getByRole('button', { name: /^3 решения: срок истёк/ })
    await over.press('Enter')
    await day.line('Белов П. П., № 2').first().waitFor()
    expect(await over.evaluate(element => element === document.activeElement)).toBe(true)
    expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
    await keepPicture(desk.page, 'today-full')
    await at(usual, 'light')
    await over.press('Enter')
    await day.line('Белов П. П., № 2').first().waitFor({ state: 'detached' })
  })

  test('the week of one’s own times; a name leads to its day', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Неделя' }).click()
    await page.getByRole('table', { name: 'Мои приёмы и свободное время' }).waitFor()
    expect(await axeViolationsInBothSchemes(page)).toEqual([])
    await keepPicture(page, 'today-week')
    await at(usual, 'light')
    await page.getByRole('button', { name: 'День', exact: true }).click()
    await today.list.waitFor()
    expect(await hasFocus()).toBe(true)
  })

  test('a date is jumped to and back, and the focus is on something', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Перейти к дате' }).click()
    await page.getByRole('dialog', { name: 'Перейти к дате' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Перейти к дате' }).waitFor({ state: 'detached' })
    await expect.poll(hasFocus).toBe(true)
  })

  test.each(['Другой срок…', 'Все сроки…', 'Персональные данные…', 'Отменить (п. 2.6)…'])(
    '«%s» gives the focus back when it is left',
    async item => {
      const { page } = desk
      await today.more(item)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(hasFocus).toBe(true)
    },
  )

  test.each(['Передать приёмы…', 'Моё отсутствие…'])('«%s» of the day gives it back too', async item => {
    const { page } = desk
    await day.more(item)
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await axeViolationsInBothSchemes(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(hasFocus).toBe(true)
  })

  test('days of absence are noted and taken back by hand', async () => {
    const { page } = desk
    await day.more('Моё отсутствие…')
    const dialog = page.getByRole('dialog', { name: 'Моё отсутствие' })
    await dialog.getByLabel('С какого дня').fill('11.01.2027')
    await page.keyboard.press('Tab')
    await dialog.getByLabel('По какой день').fill('15.01.2027')
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: 'Отметить отсутствие' }).click()
    await dialog.getByText('11.01.2027 – 15.01.2027').waitFor()
    await dialog.getByRole('button', { name: 'Снять отсутствие: 11.01.2027 – 15.01.2027' }).click()
    await dialog.getByText('11.01.2027 – 15.01.2027').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(hasFocus).toBe(true)
  })

  test('«Завершить день» at every size', async () => {
    await day.openFinishing()
    await keepPicture(desk.page, 'today-finish')
    await at(usual, 'light')
    await day.finishing.getByRole('button', { name: 'Вернуться' }).click()
    await day.finishing.waitFor({ state: 'detached' })
    await expect.poll(hasFocus).toBe(true)
  })

  test('at 200 % nothing is wider than the window, and the primary is reached and pressed', async () => {
    const { page } = desk
    // Half the pixels for everything: what a browser does at 200 % on 1366×768.
    await page.setViewportSize({ width: 683, height: 384 })
    const isTooWide = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main')].some(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        ),
      )
    expect(await isTooWide()).toBe(false)
    for (const what of [today.line('Лосев П. П.'), start(), day.attention.getByRole('button').first()]) {
      await what.scrollIntoViewIfNeeded()
      await what.click({ trial: true })
    }
    for (const name of ['Сегодня', 'Журнал', 'Оборудование']) {
      await page.getByRole('link', { name }).click({ trial: true })
    }
    expect(await axeViolationsInBothSchemes(page)).toEqual([])
    await at(usual, 'light')
  })

  test('in the person’s own colours the chosen reception and the open section are told apart', async () => {
    const { page } = desk
    await page.emulateMedia({ forcedColors: 'active' })
    await today.line('Лосев П. П.').click()
    const styleOf = (what: Locator, property: 'borderLeftColor' | 'borderBottomColor' | 'outlineStyle') =>
      what.evaluate((element, name) => getComputedStyle(element)[name], property)
    const [chosen, other] = [today.line('Лосев П. П.'), today.line('Котов П. П.')]
    expect(await styleOf(chosen, 'borderLeftColor')).not.toBe(await styleOf(other, 'borderLeftColor'))
    expect([await styleOf(chosen, 'outlineStyle'), await styleOf(other, 'outlineStyle')]).toEqual(['solid', 'none'])
    const open = await styleOf(page.getByRole('link', { name: 'Сегодня' }), 'borderBottomColor')
    expect(open).not.toBe(await styleOf(page.getByRole('link', { name: 'Журнал' }), 'borderBottomColor'))
    await start().click({ trial: true })
    await keepPicture(page, 'today-forced-colours')
    await at(usual, 'light')
    await page.emulateMedia({ forcedColors: 'none' })
  })

  test('Ctrl+Enter is the primary alone: nothing over a dialog, the reception without one', async () => {
    const { page } = desk
    await today.more('Все сроки…')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Control+Enter')
    expect(new URL(page.url()).hash).toMatch(/^#\/?$/)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await today.line('Лосев П. П.').click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /Открыть комнату/ }).waitFor()
    expect(await hasFocus()).toBe(true)
    expect(desk.complaints).toEqual([])
  })
})
