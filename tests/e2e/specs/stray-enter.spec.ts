import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { openReception } from '../../fixtures/reception-by-hand.ts'
import { until } from '../../fixtures/until.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** A legal fact is never set by a stray Enter, wherever the focus is; the keyboard reaches it by Space and Ctrl+Enter. */
let desk: Desk
let client: ContractClient
let session: SessionPage
let receptionId: string

beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
  client = await desk.client()
  // Long past the appointed time: the call and the interruption are offered at once.
  const created = await unwrap(
    client.calls.applications.create(newApplication({ familyName: 'Петров', inMinutes: -12, link: newMeetingLink() })),
  )
  receptionId = created.receptionId
  await desk.page.reload()
  session = new SessionPage(desk.page)
})
afterAll(async () => {
  client.close()
  await desk.close()
})

const button = (name: string | RegExp) => desk.page.getByRole('button', { name }).first()
const eventCount = async () => (await unwrap(client.calls.receptions.detail({ receptionId }))).events.length

/** Two presses on whatever has the focus, as of a finger that slipped; a double press must not slip through either. */
async function strayEnter(target: Locator): Promise<void> {
  await target.focus()
  const before = await eventCount()
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.press('Enter')
  // A call that was made would have been answered by then.
  await desk.page.waitForTimeout(300)
  expect(await eventCount()).toBe(before)
}

async function oneMore(act: () => Promise<void>): Promise<void> {
  const before = await eventCount()
  await act()
  await until('one event more', eventCount, count => count === before + 1)
}

test('before it begins: a cancellation and another time', async () => {
  await new TodayPage(desk.page).line('Петров П. П.').click()
  await button(/^Отменить \(п\. 2\.6\)/).click()
  await desk.page.getByRole('radio', { name: 'Гражданин отказался от приёма' }).check()
  await strayEnter(button('Отменить приём'))
  await button('Не отменять').click()
  await button('Другой срок…').click()
  const basis = desk.page.getByLabel('Новая ссылка на встречу или её номер')
  await basis.fill('12345678901234')
  await strayEnter(basis)
  await button('Отмена').click()
})

test('waiting: lamps, calls, the link sent once more', async () => {
  await openReception(desk)
  for (const target of [
    session.lamp('слышно'),
    session.lamp('подключился'),
    session.citizenConnected,
    button('Не ответил'),
    button('Сейчас подключится'),
    button('Отправить ссылку ещё раз'),
  ]) {
    await strayEnter(target)
  }
  await session.lamp('слышно').focus()
  await oneMore(() => desk.page.keyboard.press('Space'))
  await button('Сейчас подключится').focus()
  await oneMore(() => desk.page.keyboard.press('Space'))
})

test('«Прервать…»: neither a ground nor another ending; Ctrl+Enter in a dialog is its own and not the step’s', async () => {
  const dialog = await session.openInterruptions()
  await dialog.getByRole('radio', { name: 'Гражданин не подключился' }).check()
  for (const name of ['Прервать приём', 'Предупреждаю…', 'Гражданин завершил разговор']) {
    await strayEnter(dialog.getByRole('button', { name, exact: true }))
  }
  await dialog.getByRole('button', { name: 'Предупреждаю…' }).focus()
  await oneMore(() => desk.page.keyboard.press('Control+Enter'))
  await strayEnter(dialog.getByRole('button', { name: 'Прервать приём сейчас' }))
  await session.closeDialog()
})

test('notice and identification: the connection lost, a refusal, a failure with its words', async () => {
  const { page } = desk
  await page.keyboard.press('Control+Enter')
  await session.noticeGiven.waitFor()
  await strayEnter(button('Связь прервалась'))
  await strayEnter(session.noticeGiven)
  await page.keyboard.press('Control+Enter')
  await session.identification.waitFor()
  for (const name of ['Связь прервалась', 'Документ показан', 'Отказался предъявить (п. 3.9)']) {
    await strayEnter(button(name))
  }
  await page.getByRole('button', { name: 'Не прошёл (п. 3.12)' }).click()
  await page.getByRole('menuitem', { name: 'другое лицо' }).click()
  await strayEnter(page.getByRole('textbox', { name: 'Что не совпало' }))
  await strayEnter(button('Отметить: не прошёл'))
  await button('Назад').click()
})

test('fault: the dialog, the calls, the end of it', async () => {
  await button('Неисправность…').click()
  const field = desk.page.getByRole('dialog').getByLabel('Что неисправно')
  await field.fill('нет звука')
  await strayEnter(field)
  await strayEnter(button('Отметить неисправность'))
  await field.focus()
  await oneMore(() => desk.page.keyboard.press('Control+Enter'))
  for (const name of ['Не ответил', 'От иного срока отказался', 'Неисправность устранена'])
    await strayEnter(button(name))
  // No step is open in a fault: the key belongs to the button that has the focus.
  await button('Неисправность устранена').focus()
  await oneMore(() => desk.page.keyboard.press('Control+Enter'))
  await session.identification.waitFor()
})

test('closed: «Возобновить приём» wants its own key', async () => {
  const { page } = desk
  await session.interrupt('Гражданин не подключил демонстрацию экрана')
  await session.resultText.waitFor()
  await strayEnter(session.closeReception)
  await strayEnter(button('Гражданин вышел из комнаты'))
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  const reason = page.getByRole('textbox', { name: /почему приём возобновляется/ })
  await reason.fill('подключился позже')
  await strayEnter(reason)
  await strayEnter(button('Возобновить приём'))
  await reason.focus()
  await oneMore(() => page.keyboard.press('Control+Enter'))
})

test('nothing complained on the way', () => {
  expect(desk.complaints).toEqual([])
})
