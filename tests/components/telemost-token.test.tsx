import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { TelemostSection } from '../../renderer/features/telemost/telemost-section.tsx'
import { done, refused } from '../../shared/contract/reply.ts'
import { Settings } from '../../shared/contract/settings.ts'
import type { TelemostAccessChange } from '../../shared/contract/telemost.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

test('another address asks for the token again and says why; what was entered goes with the address that was seen', async () => {
  const other = 'https://gate.example.ru/telemost-api'
  let settings = Settings.parse({})
  let isFor = settings.telemostApiAddress
  const saved: TelemostAccessChange[] = []
  const status = () => ({
    ...{ enabled: true, hasToken: true, waitingRoomLevel: 'PUBLIC' as const, changedAt: null },
    ...{ address: settings.telemostApiAddress, tokenIsForAnother: isFor !== settings.telemostApiAddress },
  })
  show(<TelemostSection />, {
    settings: {
      get: () => done(settings),
      locked: () => done([]),
      change: changed => {
        settings = Settings.parse(changed)
        return done(settings)
      },
    },
    telemost: {
      status: () => done(status()),
      save: change => {
        saved.push(change)
        if (change.token === null && isFor !== change.address)
          return refused('badInput', 'Токен введён для прежнего адреса.', { token: 'Введите токен ещё раз' })
        isFor = change.address
        return done(status())
      },
    },
  })
  const warning = page.getByText('Токен введён для другого адреса API.', { exact: false })
  await expect.element(page.getByLabelText('Новый токен OAuth').first()).toBeVisible()
  expect(warning.query()).toBeNull()
  await fill('Адрес API', other)
  await press('Записать')
  await expect.element(warning).toBeVisible()
  await expect.element(page.getByText('Введите токен ещё раз', { exact: true }).first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
  await page.getByLabelText('Новый токен OAuth').first().fill('y0_new')
  await press('Записать')
  await expect.poll(() => warning.query()).toBeNull()
  expect(saved.map(({ token, address }) => [token, address])).toEqual([
    [null, other],
    ['y0_new', other],
  ])
})
