import { expect, test } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import type { Entry } from '../../shared/contract/accounts.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { at, otherId, regulation, specialistId } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { fill, pick, press } from './fixtures/by-hand.ts'
import { showAt } from './fixtures/show.tsx'

/** WCAG 2.1 A and AA in light and dark on the way in: first run, sign-in, lock; with what was entered wrongly. */
const specialist = { id: specialistId, shortName: 'Иванова А. П.', position: 'главный специалист' }
const head = { id: otherId, shortName: 'Морозова Е. В.', position: 'начальник отдела' }
const entry: Entry = { firstRunDone: true, people: [specialist, head], lockedBy: null, passwordMinimumLength: 10 }

const atTheDoor = (known: Entry, answers: Answers = {}) =>
  showAt(
    '/',
    withAnswers(
      {
        accounts: { session: () => done(null), entry: () => done(known) },
        settings: { locked: () => done([]) },
      },
      answers,
    ),
  )
const isAccessible = async (shown: Locator) => {
  await expect.element(shown.first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
}
const password = (label: string | RegExp, text: string) => page.getByLabelText(label).first().fill(text)

test('every step of the first run, empty and with errors, and the recovery key', async () => {
  const free = { freeBytes: 1e12, roomInReceptions: 1000, onDiskOfDatabase: true }
  atTheDoor(
    { ...entry, firstRunDone: false, people: [] },
    {
      accounts: {
        checkFolder: ({ directory }) => done({ directory, ...free }),
        firstRun: () => done({ recoveryKey: 'AAAA-BBBB-CCCC-DDDD' }),
      },
    },
  )
  await isAccessible(page.getByRole('heading', { name: 'Первый запуск' }))
  await press('Дальше')
  await isAccessible(page.getByText('Укажите фамилию, имя и отчество полностью'))
  await fill('Фамилия, имя, отчество', 'Лебедев Игорь Олегович')
  await fill('Должность', 'администратор')
  await password('Пароль администратора', 'первый-пароль-2026')
  await press('Дальше')
  await isAccessible(page.getByLabelText('Орган, который проводит приём'))
  await fill('Орган, который проводит приём', 'Управление социальной защиты населения')
  await press('Дальше')
  await isAccessible(page.getByRole('button', { name: 'Добавить сотрудника' }))
  await press('Добавить сотрудника')
  await isAccessible(page.getByRole('region', { name: 'Сотрудник 1' }))
  await fill('Фамилия, имя, отчество', 'Иванова Анна Петровна')
  await fill('Должность', 'главный специалист')
  await pick('Роль', 'Специалист')
  await password('Первый пароль', 'первый-пароль-2026')
  await press('Дальше')
  await isAccessible(page.getByRole('textbox', { name: 'Рабочее место' }))
  await fill('Рабочее место', 'Рабочее место 3')
  await press('Дальше')
  await isAccessible(page.getByLabelText('Папка резервных копий'))
  await press('Завершить настройку')
  await isAccessible(page.getByText('AAAA-BBBB-CCCC-DDDD'))
})

test('sign-in: who, a wrong password, the first password', async () => {
  const fake = atTheDoor(entry, { accounts: { signIn: () => refused('passwordChangeDue', 'Придумайте свой пароль.') } })
  await isAccessible(page.getByRole('heading', { name: 'Вход' }))
  expect(fake.inputsOf('accounts.signIn')).toEqual([])
  await pick('Сотрудник', /Иванова/)
  await password('Пароль', 'первый-пароль-2026')
  await press('Войти')
  await isAccessible(page.getByLabelText('Ваш новый пароль'))
  await password('Ваш новый пароль', 'тихая-река-у-моста')
  await password('Новый пароль ещё раз', 'другая')
  await isAccessible(page.getByText('Пароли не совпадают'))
})

test('a wrong password', async () => {
  atTheDoor(entry, {
    accounts: { signIn: () => refused('passwordWrong', 'Имя и пароль не подходят друг к другу.') },
  })
  await pick('Сотрудник', /Иванова/)
  await password('Пароль', 'неверный-пароль')
  await press('Войти')
  await isAccessible(page.getByText('Имя и пароль не подходят друг к другу'))
})

test('the lock', async () => {
  atTheDoor({ ...entry, lockedBy: specialist })
  await isAccessible(page.getByRole('heading', { name: 'Рабочее место заблокировано' }))
})

test('a workstation that does not answer', async () => {
  const unread = () => refused('internal', 'Не прочитано для проверки.')
  showAt('/', { accounts: { session: unread } })
  await press('Для технического специалиста')
  await isAccessible(page.getByText('Рабочее место не отвечает'))
})

test('a forgotten password: a key that is refused, then another password, then the way in', async () => {
  const hint = 'Ключ введён с ошибкой: 36 знаков группами по четыре. Пароль не изменён.'
  let isRight = false
  const fake = atTheDoor(entry, {
    accounts: {
      resetByRecoveryKey: () => (isRight ? done(null) : refused('badInput', hint, { recoveryKey: hint })),
    },
  })
  await press('Забыт пароль?')
  await isAccessible(page.getByRole('heading', { name: 'Забыт пароль' }))
  await pick('Администратор', /Морозова/)
  await fill('Ключ восстановления', 'AAAA-BBBB')
  await password('Ваш новый пароль', 'тихая-река-у-моста')
  await password('Новый пароль ещё раз', 'другая')
  await isAccessible(page.getByText('Пароли не совпадают'))
  await password('Новый пароль ещё раз', 'тихая-река-у-моста')
  await press('Задать пароль')
  await isAccessible(page.getByText(hint))
  isRight = true
  await press('Задать пароль')
  await isAccessible(page.getByText('Новый пароль задан. Войдите с ним.'))
  await expect.element(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  expect(fake.inputsOf('accounts.resetByRecoveryKey')).toHaveLength(2)
})

test('a pause after wrong keys, and back', async () => {
  atTheDoor(entry, {
    accounts: { resetByRecoveryKey: () => refused('waitFirst', 'Слишком много неверных ключей.') },
  })
  await press('Забыт пароль?')
  await pick('Администратор', /Морозова/)
  await fill('Ключ восстановления', 'AAAA-BBBB')
  await password('Ваш новый пароль', 'тихая-река-у-моста')
  await password('Новый пароль ещё раз', 'тихая-река-у-моста')
  await press('Задать пароль')
  await isAccessible(page.getByText('Слишком много неверных ключей.'))
  await press('Назад')
  await expect.element(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
})

test('the demonstration: everybody of the office by one press, a refusal in words', async () => {
  const refusal = 'Идёт приём, который ведёт Иванова А. П.: войти может только этот сотрудник.'
  const fake = atTheDoor(entry, {
    workplace: {
      status: () =>
        done({
          ...{
            version: '0.1.0',
            demonstration: true,
            demonstrationRoomUrl: null,
            firstRunDone: true,
            now: at('09:00'),
          },
          can: { openTelemostInside: false, openRecorderWindow: false, panelOnTop: false, printPages: true },
          regulation,
        }),
    },
    accounts: { signInAs: () => refused('notAllowed', refusal) },
  })
  await isAccessible(page.getByRole('button', { name: 'Войти как Иванова А. П., главный специалист' }))
  await press('Войти как Морозова Е. В., начальник отдела')
  await isAccessible(page.getByText(refusal))
  expect(fake.inputsOf('accounts.signInAs')).toEqual([{ accountId: head.id }])
})

test('a real workplace offers no way in without a password', async () => {
  atTheDoor(entry)
  await expect.element(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  expect(page.getByRole('button', { name: /Войти как/ }).elements()).toEqual([])
})
