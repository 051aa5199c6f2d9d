import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { changeTo } from '../../fixtures/change-person.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { firstPassword } from '../../fixtures/people.ts'

/** A desk goes from one person to the next; the screen of the one before is not asked for by the one after. */
let desk: Desk
beforeAll(async () => {
  desk = await openStaffedDesk()
})
afterAll(() => desk.close())

test('the next person begins at home, and nothing is refused to anybody', async () => {
  const { page } = desk
  const sections = page.getByRole('navigation', { name: 'Разделы' })
  await sections.getByRole('link', { name: 'Записи' }).click()
  await page.getByRole('heading', { name: 'Записи' }).first().waitFor()
  await changeTo(page, 'technician', firstPassword)
  await page.getByRole('heading', { name: 'Настройки' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#/')
  await sections.getByRole('link', { name: 'Оборудование' }).click()
  await changeTo(page, 'administrator', firstPassword)
  await page.getByRole('heading', { name: 'Настройки' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#/')
  const client = await desk.client()
  const filter = { kind: 'callRefused', accountId: null }
  const { rows } = await unwrap(client.calls.eventLog.list({ viewId: randomUUID(), filter, offset: 0, limit: 50 }))
  client.close()
  expect(rows).toEqual([])
})
