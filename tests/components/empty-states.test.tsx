import { beforeEach, expect, test } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { ErrorBoundary } from '../../renderer/app/error-boundary.tsx'
import { EmptyNote } from '../../renderer/ui/empty-note.tsx'
import { done, refused } from '../../shared/contract/reply.ts'
import { dayWith } from '../fixtures/day-state.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { fill, press } from './fixtures/by-hand.ts'
import { show, showAt } from './fixtures/show.tsx'

/** WCAG 2.1 A and AA in light and dark where there is nothing to show: empty, nothing found, not read, not drawn. */
const nobody = '00000000-0000-4000-8000-000000000000'
const technician = 'Для технического специалиста'
const hint = 'Не прочитано для проверки.'
const unread = () => refused('notFound', hint)

const empty: Answers = {
  receptions: {
    day: () => done({ date: '2026-11-20', receptions: [], readiness: { roomInReceptions: 40 } }),
    open: () => done(null),
    detail: unread,
  },
  day: { state: () => done(dayWith()) },
  notices: { outbox: () => done({ state: 'ready', reason: '', nextTryAt: null, rows: [] }) },
  takeover: { people: () => done([]) },
  replies: { list: () => done({ replies: [], autoReplies: [], judged: [] }) },
  accounts: { colleagues: () => done([]) },
  telemost: { mayMakeLinks: () => done(false) },
  journal: {
    columns: () =>
      done({ title: 'Журнал', columns: ['№', 'Дата', 'ФИО', 'Тематика', 'Срок', 'Специалист', 'Результат'] }),
    list: () => done({ total: 0, rows: [] }),
    counts: () => done({ standing: 0, annulled: 0 }),
  },
  backup: { foundRecordings: () => done([]) },
  recordings: { list: () => done({ total: 0, rows: [] }), detail: unread },
  applications: {
    cases: () => done({ total: 0, rows: [], counts: { toDo: 0, awaiting: 0, done: 0 } }),
    topics: () => done([{ id: 'subsidy', title: 'Субсидия', words: ['субсиди'], bodies: [], elsewhere: '' }]),
    matter: unread,
    slots: () => done({ slotMinutes: 15, from: '2026-11-20', days: [], earliestLocal: null, missingYear: null }),
  },
}

const isAccessible = async (shown: Locator) => {
  await expect.element(shown.first()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
}

beforeEach(() => {
  location.hash = ''
})

test.each([
  ['/', 'На сегодня приёмов нет'],
  ['/journal', 'Журнал пуст'],
  ['/recordings', 'Записей пока нет'],
])('nothing is there yet: %s', async (address, words) => {
  showAt(address, empty)
  await isAccessible(page.getByText(words))
})

test('nothing found in the journal', async () => {
  showAt('/journal', empty)
  await fill('Поиск по журналу', 'нет такого слова')
  await isAccessible(page.getByText('Ничего не найдено'))
})

test.each([
  [`/reception/${nobody}`, 'Приём не прочитан', {}],
  [`/recordings/${nobody}`, 'Запись не открыта', {}],
  ['/journal', 'Журнал не открыт', { journal: { columns: unread } }],
  ['/recordings', 'Список записей не прочитан', { recordings: { list: unread } }],
  ['/', 'Список приёмов не прочитан', { receptions: { day: unread } }],
] satisfies [string, string, Answers][])('not read: %s, %s', async (address, words, answers) => {
  showAt(address, withAnswers(empty, answers))
  await expect.element(page.getByText(words).first()).toBeVisible()
  await expect.element(page.getByText(hint).first()).toBeVisible()
  await press(technician)
  await isAccessible(page.getByText(words))
})

test('an application nobody is named in, with a day that is none', async () => {
  showAt('/', empty)
  await page.getByRole('link', { name: 'Новая заявка…' }).click()
  await fill('Дата рождения', '31.02.1961')
  await userEvent.keyboard('{Tab}')
  await expect.poll(() => document.querySelectorAll('[aria-invalid=true]').length).toBeGreaterThan(0)
  await expect.element(page.getByRole('button', { name: 'Зарегистрировать и назначить приём' })).toBeDisabled()
  await isAccessible(page.getByRole('region', { name: 'Новая заявка' }))
})

test('an empty note says what to do next and offers it', async () => {
  show(
    <EmptyNote
      title="Записей пока нет"
      text="Запись появится здесь сама."
      action={<button type="button">Обновить</button>}
    />,
  )
  await expect.element(page.getByRole('button', { name: 'Обновить' })).toBeVisible()
  await isAccessible(page.getByRole('heading', { name: 'Записей пока нет' }))
})

/** A component that fails as any may, until it is mended. */
let broken = false
function Fragile() {
  if (broken) throw new Error('no plurals')
  return <p>Список дня</p>
}

test('a screen that cannot be drawn says what is kept and is drawn again on demand', async () => {
  broken = true
  show(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  )
  await expect
    .element(page.getByText('Отметки и заметки сохранены, запись идёт отдельно и не прервалась.'))
    .toBeVisible()
  await isAccessible(page.getByText('Экран не удалось показать'))
  broken = false
  await press('Показать заново')
  await expect.element(page.getByText('Список дня')).toBeVisible()
})
