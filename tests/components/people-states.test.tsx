import { expect, test } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { PersonMenu } from '../../renderer/app/person-menu.tsx'
import { PersonDialog } from '../../renderer/features/settings/person-dialog.tsx'
import { RecoveryKeySection } from '../../renderer/features/settings/recovery-key-section.tsx'
import { StaffSection } from '../../renderer/features/settings/staff-section.tsx'
import type { StaffMember } from '../../shared/contract/accounts.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { otherId, specialistId } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import type { Answers } from './fixtures/answers.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

/** WCAG 2.1 A and AA in light and dark on the dialogs about people and their passwords, with what was refused. */
const member: StaffMember = {
  ...{ id: otherId, fullName: 'Морозова Елена Викторовна', shortName: 'Морозова Е. В.', position: 'начальник отдела' },
  ...{ role: 'head', passwordChangeDue: false, disabledAt: null },
}
const tooShort = () => refused('badInput', 'Проверьте поля.', { password: 'Не короче 10 знаков' })
const wrong = () => refused('passwordWrong', 'Пароль не подходит.')
const answers: Answers = {
  accounts: {
    addPerson: tooShort,
    resetPassword: tooShort,
    changePassword: wrong,
    renewRecoveryKey: ({ password }) =>
      password === 'верный' ? done({ recoveryKey: 'AAAA-BBBB-CCCC-DDDD' }) : wrong(),
  },
  settings: { get: () => refused('notAllowed', 'Не для этой роли.') },
}
const nothing = () => undefined
const isAccessible = async (shown: Locator) => {
  await expect.element(shown.first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
}
const password = (label: RegExp, text: string) => page.getByLabelText(label).first().fill(text)

test('a new person: empty, with errors, with a password that is refused', async () => {
  show(<PersonDialog editing="new" onClose={nothing} />, answers)
  await isAccessible(page.getByRole('dialog', { name: 'Новый сотрудник' }))
  await press(/^Добавить$/)
  await isAccessible(page.getByText('Укажите должность'))
  await fill('Фамилия, имя, отчество', 'Орлова Ольга Сергеевна')
  await fill('Должность', 'ведущий специалист')
  await password(/^Первый пароль/, 'короткий')
  await press(/^Добавить$/)
  await isAccessible(page.getByText('Не короче 10 знаков', { exact: true }))
})

test('another first password that is refused', async () => {
  show(<PersonDialog editing={member} onClose={nothing} />, answers)
  await password(/^Новый первый пароль/, 'короткий')
  await press('Выдать')
  await isAccessible(page.getByText('Не короче 10 знаков', { exact: true }))
})

test('one’s own password that is refused', async () => {
  show(<PersonMenu />, answers)
  await press('Иванова А. П.')
  await page.getByRole('menuitem', { name: 'Сменить пароль…' }).click()
  await password(/^Прежний пароль/, 'неверный-пароль')
  await password(/^Новый пароль/, 'тихая-река-у-моста')
  await isAccessible(page.getByRole('dialog', { name: 'Сменить пароль' }))
  await press(/^Сменить$/)
  await isAccessible(page.getByRole('alert'))
})

test('another recovery key, refused and issued', async () => {
  show(<RecoveryKeySection />, answers)
  await password(/^Ваш пароль/, 'неверный-пароль')
  await press('Выдать новый ключ')
  await isAccessible(page.getByText('Новый ключ не выдан'))
  await password(/^Ваш пароль/, 'верный')
  await press('Выдать новый ключ')
  await isAccessible(page.getByText('AAAA-BBBB-CCCC-DDDD'))
})

const administrator: StaffMember = { ...member, role: 'administrator' }
const lists: Answers = {
  takeover: { people: () => done([]) },
  applications: { authorisations: () => done([]), topics: () => refused('notAllowed', 'Не для этой проверки.') },
}

test.each([
  ['one administrator', [administrator, { ...member, id: specialistId }], true],
  [
    'another one who was disabled',
    [administrator, { ...administrator, id: specialistId, disabledAt: '2026-11-20T02:00:00Z' }],
    true,
  ],
  ['two administrators', [administrator, { ...administrator, id: specialistId }], false],
] as const)('%s: a calm word over the list, and only then', async (_what, staff, isTold) => {
  show(<StaffSection />, { ...lists, accounts: { ...answers.accounts, staff: () => done([...staff]) } })
  await isAccessible(page.getByRole('button', { name: 'Добавить сотрудника' }))
  const told = page.getByText(/Администратор один/)
  if (isTold) await isAccessible(told)
  else await expect.element(told).not.toBeInTheDocument()
})
