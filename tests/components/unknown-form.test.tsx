import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RegistrationCase } from '../../renderer/features/applications/registration-case.tsx'
import { LetterFields } from '../../renderer/features/mailroom/letter-fields.tsx'
import { done } from '../../shared/contract/reply.ts'
import type { LetterReading } from '../../shared/letters/letter-reading.ts'
import { otherId } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { applicationId } from './fixtures/reception.ts'
import { show } from './fixtures/show.tsx'

/** A form that came as a file under names nobody knows. */
const unknown = [
  { label: 'field_1', value: 'Зимин' },
  { label: 'field_2', value: '31.02.1961' },
  { label: 'field_3', value: '8 900 000-00-01' },
]
const reading: LetterReading = {
  ...{ kind: 'other', subject: 'Заявка', fromName: '', fromAddress: 'site@example.ru', headerAt: null },
  ...{ messageId: null, answers: [], text: 'Заявка во вложении.', attachments: [], warnings: [], reply: null },
  ...{ report: null, application: { fields: [], missing: ['familyName', 'phone'], unknown, profileId: null } },
}
const open = () =>
  show(
    <RegistrationCase
      from={{ letterId: otherId, reading, receipt: { on: '2026-11-20', source: 'internalDate' } }}
      beside={null}
      onCancel={() => undefined}
      onRegistered={() => undefined}
    />,
    {
      accounts: { colleagues: () => done([]) },
      telemost: { mayMakeLinks: () => done(false) },
      applications: {
        register: () => done({ applicationId, journalNumber: 12, appointed: null }),
        slots: () => done({ slotMinutes: 15, from: '2026-11-20', days: [], earliestLocal: null, missingYear: null }),
      },
    },
  )
const assign = async (label: string, target: string) => {
  await page.getByRole('combobox', { name: `Что такое «${label}»` }).click()
  await page.getByRole('option', { name: target, exact: true }).click()
}
const field = (name: string) => page.getByRole('textbox', { name, exact: true })

test('a person says what each field is, and it stands in the form, read as strictly as any other', async () => {
  open()
  await assign('field_1', 'Фамилия')
  await expect.element(field('Фамилия')).toHaveValue('Зимин')
  await assign('field_3', 'Телефон')
  await expect.element(field('Телефон')).toHaveValue('+79000000001')
  await assign('field_2', 'Дата рождения')
  await expect.element(page.getByText(/Такого дня в календаре нет.*31\.02\.1961/u)).toBeVisible()
})

test('another choice takes the first one back, and nothing else', async () => {
  open()
  await assign('field_1', 'Имя')
  await expect.element(field('Имя')).toHaveValue('Зимин')
  await assign('field_1', 'Фамилия')
  await expect.element(field('Имя')).toHaveValue('')
  await expect.element(field('Фамилия')).toHaveValue('Зимин')
  await field('Фамилия').fill('Зимина')
  await assign('field_1', 'Отчество')
  await expect.element(field('Фамилия')).toHaveValue('Зимина')
})

test('the letter says beside it that the names are nobody’s, with each value', async () => {
  show(<LetterFields application={reading.application} />)
  await expect.element(page.getByText(/названий программа не знает/u)).toBeVisible()
  await expect.element(page.getByText('field_1: Зимин')).toBeVisible()
  expect(page.getByText(/нет в письме/u).elements()).toEqual([])
  expect(await violationsInBothSchemes()).toEqual([])
})
