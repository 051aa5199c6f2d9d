import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ConnectionBand } from '../../renderer/app/connection-band.tsx'
import { makeRecordingLock } from '../../renderer/recorder/link/recording-lock.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { show } from './fixtures/show.tsx'

/** Without the workstation the browser itself is asked whether a page of the recorder still encodes. */

async function cutOff(): Promise<void> {
  const fake = show(
    <>
      <ConnectionBand />
      <p>Страница</p>
    </>,
  )
  await expect.element(page.getByText('Страница')).toBeVisible()
  fake.cut()
}

test('while the recorder’s page records that is said, and no longer once it does not', async () => {
  const lock = makeRecordingLock(navigator.locks)
  lock.hold(true)
  await cutOff()
  await expect.element(page.getByText(/Окно записи продолжает писать/)).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
  lock.hold(false)
  await expect.element(page.getByText(/Запись сейчас не идёт: окно записи не пишет\./)).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
  lock.hold(true)
  await expect.element(page.getByText(/Окно записи продолжает писать/)).toBeVisible()
  lock.hold(false)
})

test('where no page of the recorder is open nothing is said to be recorded', async () => {
  await cutOff()
  await expect.element(page.getByText(/Запись сейчас не идёт/)).toBeVisible()
  expect(page.getByText(/продолжает писать/).elements()).toEqual([])
})
