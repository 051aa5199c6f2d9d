import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { openEquipment } from '../../fixtures/equipment-by-hand.ts'
import { signInAs } from '../../fixtures/people.ts'
import { troubleTheMicrophone } from '../../fixtures/troubled-microphone.ts'
import type { EquipmentPage } from '../pages/equipment-page.ts'

/** A dead microphone some minutes before: the cause in words, another one by its live bar, the word of a technician. */
let desk: Desk
let client: ContractClient
let screen: EquipmentPage

beforeAll(async () => {
  desk = await openDesk({ prepare: async context => void (await context.addInitScript(troubleTheMicrophone)) })
  ;({ screen, client } = await openEquipment(desk))
})
afterAll(async () => {
  client?.close()
  await desk?.close()
})

const microphoneField = () => desk.page.getByRole('combobox', { name: 'Микрофон' })
const trouble = () => desk.page.getByRole('region', { name: 'Что делать' })

async function makeBusy(isDefaultBusy: boolean): Promise<void> {
  await desk.page.evaluate(isBusy => {
    if (window.troubledMicrophone) window.troubledMicrophone.isDefaultBusy = isBusy
  }, isDefaultBusy)
}

test('held by another program: said so; another one is taken by its live bar, and the check is repeated with it', async () => {
  await makeBusy(true)
  await screen.check('quick')
  await desk.page.getByText('занято другой программой').first().waitFor()
  expect((await unwrap(client.calls.equipment.latest()))?.blocked).toEqual(['microphonePresent'])
  await trouble().getByRole('button', { name: 'Выбрать другой микрофон' }).click()
  const microphones = trouble().getByRole('list', { name: 'Микрофоны' })
  const first = microphones.getByRole('listitem').first()
  // Live: the words of the fake microphone come and go, and the bar with them.
  const level = async () => Number(await first.getByRole('meter').getAttribute('aria-valuenow'))
  await expect.poll(level, { timeout: 20_000 }).toBeGreaterThan(20)
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  const label = await first.locator('p').first().innerText()
  await first.getByRole('button', { name: 'Взять этот' }).click()
  await screen.progress.getByRole('button', { name: 'Слышу', exact: true }).click()
  await screen.outcome.waitFor({ timeout: 60_000 })
  const latest = await unwrap(client.calls.equipment.latest())
  expect(latest?.blocked).toEqual([])
  expect(latest?.devices.microphone?.label).toBe(label)
  expect(await microphoneField().inputValue()).toBe(label)
})

test('a device that is pulled out is named; plugged in again, even with another id, it is chosen as before', async () => {
  const label = await microphoneField().inputValue()
  const plug = (gone: string | null, idSuffix: string) =>
    desk.page.evaluate(
      next => {
        if (!window.troubledMicrophone) return
        Object.assign(window.troubledMicrophone, next)
        window.troubledMicrophone.tell()
      },
      { gone, idSuffix },
    )
  await plug(label, '')
  await desk.page.getByText(`Не подключено: ${label}`).waitFor()
  await plug(null, '-again')
  await desk.page.getByText(`Не подключено: ${label}`).waitFor({ state: 'detached' })
  // The field takes its words a moment after its remark is gone.
  await expect.poll(() => microphoneField().inputValue()).toBe(label)
})

test('a false alarm: the specialist cannot call it one; the technician can, with a reason that is logged', async () => {
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
  await desk.page.evaluate(() => localStorage.clear())
  await desk.page.reload()
  await screen.go()
  await makeBusy(true)
  await screen.check('quick')
  const falseAlarm = trouble().getByRole('button', { name: 'Ложная тревога: микрофон…' })
  await trouble().waitFor()
  expect(await falseAlarm.count()).toBe(0)
  const refused = await client.calls.equipment.callFalseAlarm({
    ...{ checkId: (await unwrap(client.calls.equipment.latest()))?.id ?? '', code: 'microphonePresent' },
    reason: 'слышно',
  })
  expect(refused).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })

  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'technician')
  await desk.page.reload()
  await screen.go()
  await falseAlarm.click()
  const dialog = desk.page.getByRole('dialog', { name: 'Ложная тревога: микрофон' })
  const write = dialog.getByRole('button', { name: 'Записать решение' })
  expect(await write.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('микрофон проверен звонком')
  expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])
  await write.focus()
  await desk.page.keyboard.press('Enter')
  expect((await unwrap(client.calls.equipment.latest()))?.decisions).toEqual([])
  await write.click()
  await dialog.waitFor({ state: 'detached' })
  const latest = await unwrap(client.calls.equipment.latest())
  expect(latest?.blocked).toEqual([])
  expect(latest?.decisions).toMatchObject([
    { kind: 'falseAlarm', code: 'microphonePresent', reason: 'микрофон проверен звонком', by: 'Кузнецов П. А.' },
  ])

  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'head')
  const filter = { kind: 'equipmentDecided', accountId: null }
  const { rows } = await unwrap(client.calls.eventLog.list({ viewId: randomUUID(), filter, offset: 0, limit: 10 }))
  expect(rows).toMatchObject([{ kind: 'equipmentDecided', result: 'falseAlarm' }])
})
