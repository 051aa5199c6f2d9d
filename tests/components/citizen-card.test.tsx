import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { CitizenApplication, CitizenCard, CitizenReception } from '../../shared/contract/citizens.ts'
import { done } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { showAt } from './fixtures/show.tsx'

const applicationId = crypto.randomUUID()

const application = (changes: Partial<CitizenApplication>): CitizenApplication => ({
  ...{ applicationId: crypto.randomUUID(), journalNumber: 412, receivedOn: '2026-11-09', status: 'closed' },
  ...{ topic: 'Субсидия на оплату жилого помещения', result: 'Личный прием проведен.', joinedBy: 'nameAndBirthDate' },
  receptions: [],
  ...changes,
})
const reception = (changes: Partial<CitizenReception>): CitizenReception => ({
  ...{ receptionId: crypto.randomUUID(), appointedAt: '2026-11-16T03:00:00.000Z', specialistName: 'Иванова А. П.' },
  ...{ step: 'closed', outcome: 'held', isMissed: false, recordings: [] },
  ...changes,
})
const recording = { recordingId: crypto.randomUUID(), state: 'sealed', verdict: 'sound', presence: 'altered' } as const

const card: CitizenCard = {
  ...{ fullName: 'Петров Пётр Петрович', birthDate: '1958-03-05', address: 'г. Кемерово, ул. Весенняя, д. 7, кв. 12' },
  ...{ phones: ['+7 913 000-00-12', '+7 384 200-00-00'], emails: [], documentsDiffer: false },
  applications: [
    application({ applicationId, joinedBy: 'opened', receptions: [reception({ recordings: [recording] })] }),
    application({
      ...{ journalNumber: 87, receivedOn: '2025-02-11', topic: 'Социальный контракт', result: 'Не подключился.' },
      receptions: [reception({ outcome: 'notConnected', isMissed: true })],
    }),
    application({ journalNumber: 15, receivedOn: '2024-10-02', joinedBy: 'linked', status: 'rejected' }),
  ],
  probable: [],
  probableLeftOut: 0,
}
const openCard = (changes: Partial<CitizenCard> = {}) =>
  showAt(`/citizens/${applicationId}`, { citizens: { card: () => done({ ...card, ...changes }) } })

test('who, how to reach them, and every application with its reason to be here', async () => {
  openCard()
  await expect.element(page.getByRole('heading', { name: 'Петров Пётр Петрович' })).toBeVisible()
  await expect.element(page.getByText('3 заявки · неявки: 1')).toBeVisible()
  const all = page.getByRole('region', { name: 'Все заявки' })
  for (const words of ['открытая заявка', 'совпали ФИО и дата рождения', 'связана специалистом как повторная']) {
    await expect.element(all.getByText(words)).toBeVisible()
  }
  await expect.element(all.getByRole('link', { name: 'Запись: файл изменён' })).toBeVisible()
  expect(page.getByText('Возможно, тот же гражданин').elements()).toEqual([])
  expect(page.getByText('указаны разные документы').elements()).toEqual([])
  for (const [width, height] of [
    [1920, 1080],
    [1366, 660],
    [1093, 550],
  ] as const) {
    await page.viewport(width, height)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  }
  expect(await violationsInBothSchemes()).toEqual([])
})

test('what only resembles stands apart with its reason; different documents are told of', async () => {
  openCard({
    documentsDiffer: true,
    probable: [
      {
        ...{
          applicationId: crypto.randomUUID(),
          journalNumber: 5,
          receivedOn: '2026-01-12',
          shortName: 'Петрова А. И.',
        },
        ...{ topic: 'Пособие', likeness: ['phone'] },
      },
    ],
    probableLeftOut: 2,
  })
  const guesses = page.getByRole('region', { name: 'Возможно, тот же гражданин' })
  await expect.element(guesses.getByText('Совпали: телефон')).toBeVisible()
  await expect.element(guesses.getByText('Ещё 2 заявки не показано.')).toBeVisible()
  await expect.element(page.getByText('В заявках указаны разные документы')).toBeVisible()
  // A small window scrolls; nothing in it is squeezed.
  await page.viewport(1093, 550)
  const warning = page.getByRole('alert').element()
  expect(warning.scrollHeight).toBeLessThanOrEqual(warning.clientHeight)
  expect(await violationsInBothSchemes()).toEqual([])
})

test('without a date of birth it is said that nothing else was joined', async () => {
  openCard({ birthDate: null, applications: card.applications.slice(0, 1) })
  await expect.element(page.getByText('не указана: другие заявки по ФИО не присоединены')).toBeVisible()
})
