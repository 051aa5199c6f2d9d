import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RegistrationCase } from '../../renderer/features/applications/registration-case.tsx'
import { done, refused } from '../../shared/contract/reply.ts'
import { at, specialistId } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { applicationId } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'

const slot = { local: '2026-11-24T09:00', at: at('09:00', '2026-11-24'), state: 'free' as const, takenBy: null }

/** The form, with what the workstation answers to the two calls. */
function open(appoint: () => ReturnType<typeof refused>) {
  const registered: [string, string][] = []
  const fake = show(
    <RegistrationCase
      from={null}
      beside={null}
      onCancel={() => undefined}
      onRegistered={(id, then) => registered.push([id, then])}
    />,
    {
      accounts: {
        colleagues: () =>
          done([{ id: specialistId, shortName: 'Иванова А. П.', position: 'Специалист', role: 'specialist' as const }]),
      },
      telemost: { mayMakeLinks: () => done(false) },
      applications: {
        register: () => done({ applicationId, journalNumber: 12, appointed: null }),
        appoint,
        slots: () =>
          done({
            ...{ slotMinutes: 15, from: '2026-11-24', earliestLocal: slot.local, missingYear: null },
            days: [{ date: '2026-11-24', slots: [slot] }],
          }),
      },
    },
  )
  return { fake, registered }
}

async function fillForm(): Promise<void> {
  await fill('Фамилия', 'Канарейкин')
  await page.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).click()
  await page.getByRole('checkbox', { name: 'Согласие на ведение видеозаписи приёма' }).click()
  await fill(/Ссылка на встречу/, 'https://telemost.yandex.ru/j/20000000000001')
}

test('an appointment that is refused leaves the application, says so, and is asked for again alone', async () => {
  const { fake, registered } = open(() => refused('refusedByRule', 'Это время только что заняли.'))
  await fillForm()
  await press('Зарегистрировать и назначить приём')
  await expect.element(page.getByText('Заявка № 12 осталась в журнале, всё введённое сохранено')).toBeVisible()
  await expect.element(page.getByText('Это время только что заняли.').first()).toBeVisible()
  await expect.element(page.getByText(/гражданину ничего не отправлено/)).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
  await press('Назначить приём')
  await expect.poll(() => fake.inputsOf('applications.appoint').length).toBe(2)
  expect(fake.inputsOf('applications.register')).toHaveLength(1)
  expect(fake.inputsOf('applications.register')[0]).toMatchObject({ requestId: expect.any(String) })
  await press('Отмена')
  expect(registered).toEqual([[applicationId, 'show']])
})

test('why the primary cannot be pressed stands beside it, until it can', async () => {
  open(() => refused('internal', ''))
  const primary = page.getByRole('button', { name: 'Зарегистрировать и назначить приём' })
  await expect.element(primary).toBeDisabled()
  await expect.element(page.getByText('Укажите, кто обратился')).toBeVisible()
  await fill('Фамилия', 'Канарейкин')
  await expect.element(page.getByText('Отметьте ниже полей, что заявка неполная.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Зарегистрировать неполную заявку/ }).click()
  await page.getByRole('checkbox', { name: 'Согласие на ведение видеозаписи приёма' }).click()
  await expect.element(page.getByText('Вставьте ссылку на встречу.')).toBeVisible()
  await fill(/Ссылка на встречу/, 'https://telemost.yandex.ru/j/20000000000001')
  await expect.element(primary).toBeEnabled()
})
