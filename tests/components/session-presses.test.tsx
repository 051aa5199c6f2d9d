import { expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { ReceptionDetail } from '../../shared/contract/receptions.ts'
import { done, refused } from '../../shared/contract/reply.ts'
import { act, at, type Line } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { fill, press, pressIn } from './fixtures/by-hand.ts'
import { button, connected, consulting, notified, opened, text } from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

/** A press counts once, and where the focus is afterwards. */
const open = (before: ReceptionDetail, clock: string, answers: Answers = {}) =>
  showAt(`/reception/${receptionId}`, withAnswers(signedIn({ clock }), atReception(before), answers))

/** The workstation that writes what is pressed: each reading is of the history so far. */
const writing = (...histories: readonly (readonly Line[])[]): Answers => {
  let written = 0
  const now = () => done(detailOf(...(histories[written] ?? [])))
  return {
    receptions: {
      detail: now,
      act: () => {
        written = Math.min(written + 1, histories.length - 1)
        return now()
      },
    },
  }
}

test('the second half of a double click does not press the next step, which stands in the same place', async () => {
  const lines = [[opened], connected, notified] as const
  const fake = open(detailOf(opened), '09:01', writing(...lines))
  await expect.element(button('Это он? Начать')()).toBeEnabled()
  await page.getByRole('button', { name: 'Это он? Начать' }).dblClick()
  await expect.element(button('Гражданин уведомлён')()).toBeEnabled()
  await fake.arrived()
  expect(fake.inputsOf('receptions.act').length).toBe(1)
})

test('what is written already is not called a failure; what somebody else wrote is', async () => {
  let history: readonly Line[] = [...connected, ['09:01', act.notice]]
  const stale = {
    receptions: { detail: () => done(detailOf(...history)), act: () => refused('stale', 'Приём изменился.') },
  }
  const before = detailOf(...connected)
  let isRead = false
  const fake = open(before, '09:01', {
    receptions: {
      ...stale.receptions,
      detail: () => {
        const answer = isRead ? detailOf(...history) : before
        isRead = true
        return done(answer)
      },
    },
  })
  await press('Гражданин уведомлён')
  await expect.element(text('Документ показан:')()).toBeVisible()
  expect(page.getByText('Отметка не сделана').elements()).toEqual([])
  expect(fake.inputsOf('receptions.act').length).toBe(1)

  // The document was marked as shown by camera meanwhile, not by screen.
  history = [...history, ['09:02', { kind: 'documentShown', method: 'camera' }]]
  await press('Документ показан: экран')
  await expect.element(text('Отметка не сделана')()).toBeVisible()
})

const steps: readonly {
  name: string
  clock: string
  lines: readonly Line[]
  after: readonly Line[]
  primary: string
}[] = [
  { name: 'the start', clock: '09:01', lines: [opened], after: connected, primary: 'Это он? Начать' },
  { name: 'the notice', clock: '09:01', lines: connected, after: notified, primary: 'Гражданин уведомлён' },
  {
    name: 'the talk goes on',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.lost]],
    after: [...consulting, ['09:05', act.lost], ['09:06', act.restored]],
    primary: 'Связь восстановлена',
  },
  {
    name: 'the refusal to show',
    clock: '09:03',
    lines: [...notified, ['09:02', act.refusedToShow]],
    after: [...notified, ['09:02', act.refusedToShow], ['09:03', act.goOn]],
    primary: 'Продолжить без неё',
  },
  {
    name: 'the reception is closed',
    clock: '09:12',
    lines: [opened, ['09:11', act.interrupted('notConnected')]],
    after: [opened, ['09:11', act.interrupted('notConnected')], ['09:12', act.closed('notConnected')]],
    primary: 'Закрыть приём',
  },
]

for (const { name, clock, lines, after, primary } of steps) {
  test(`after «${primary}» (${name}) the focus is on the next thing, and Tab goes on from there`, async () => {
    open(detailOf(...lines), clock, writing(lines, after))
    await expect.element(button(primary)()).toBeEnabled()
    ;(button(primary)().element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => page.getByRole('button', { name: primary }).elements()).toEqual([])
    await expect.poll(() => document.activeElement?.closest('main') !== null).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
    await userEvent.tab()
    expect(document.activeElement?.closest('main') !== null).toBe(true)
  })
}

test('the end of the talk is asked in a dialog; afterwards the focus is in the result, not on the page', async () => {
  const ended: readonly Line[] = [...consulting, ['09:10', act.ended]]
  open(detailOf(...consulting), '09:10', writing(consulting, ended))
  await press('Завершить…')
  await press('Завершить разговор')
  await expect.element(button('Закрыть приём')()).toBeVisible()
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([])
  await expect.poll(() => document.activeElement?.id).toBe('result-text')
})

test('the note is put into the place left in the result, and taken out again', async () => {
  const answers = atReception(detailOf(...consulting, ['09:10', act.ended]))
  showAt(`/reception/${receptionId}`, withAnswers(signedIn({ clock: '09:12' }), answers))
  const result = page.getByRole('textbox', { name: 'Результат (графа 7 журнала)' })
  await expect.element(result).toBeVisible()
  const value = () => (result.element() as HTMLTextAreaElement).value
  const before = value()
  expect(before).toContain('{')
  await fill(/Заметка/, 'о льготе на проезд')
  await press('Вставить в результат')
  await expect.poll(value).toContain('Даны разъяснения: о льготе на проезд.')
  await expect.element(button('Закрыть приём')()).toBeEnabled()
  await press('Вернуть мой текст')
  await expect.poll(value).toBe(before)
})

const nextId = '7f0c5a34-0b5c-4a58-9a51-0d1f6e1c2b33'
test.each([
  ['09:20', 'due soon: its room is opened by the same press', true],
  ['10:30', 'not due yet: it is only looked at', false],
])('the next reception at %s is %s', async (clock, _words, isOpened) => {
  const closed = detailOf(opened, ['09:11', act.interrupted('notConnected')], ['09:12', act.closed('notConnected')])
  const before: ReceptionDetail = {
    ...closed,
    next: { receptionId: nextId, appointedAt: at(clock), shortName: 'Сидорова М. И.' },
  }
  const scheduled = detailOf()
  const upcoming: ReceptionDetail = {
    ...scheduled,
    card: { ...scheduled.card, id: nextId, shortName: 'Сидорова М. И.' },
  }
  const reported: unknown[] = []
  // No window of a test goes to the real Telemost.
  const opening = vi.spyOn(window, 'open').mockReturnValue(null)
  open(before, '09:13', {
    receptions: {
      detail: ({ receptionId: id }) => done(id === nextId ? upcoming : before),
      act: () => done(upcoming),
    },
    equipment: {
      readiness: () => done({ check: null, fullDue: false, roomRefusal: null, roomProblem: null }),
      reportRoom: input => {
        reported.push(input)
        return done(null)
      },
    },
  })
  await press(/^Следующий приём/)
  await expect.element(page.getByRole('heading', { name: 'Сидорова М. И.' })).toBeVisible()
  if (isOpened) await expect.poll(() => reported.length).toBe(1)
  else await expect.element(button('Открыть комнату')()).toBeEnabled()
  expect(reported.length).toBe(isOpened ? 1 : 0)
  expect(opening.mock.calls.map(([address]) => address)).toEqual(isOpened ? [upcoming.card.link] : [])
  opening.mockRestore()
})

test.each<[string, readonly Line[], string, () => Promise<void>]>([
  ['at first', [], '08:59', () => press('Открыть комнату')],
  ['once more', [opened], '09:01', () => pressIn('Не получилось', 'Открыть комнату ещё раз')],
  ['after a cut', [...consulting, ['09:06', act.lost]], '09:07', () => press('Открыть комнату ещё раз')],
])(
  'a room the workstation was not told of is said, and nothing is noted: %s',
  async (_words, lines, clock, pressed) => {
    const opening = vi.spyOn(window, 'open').mockReturnValue({ closed: false } as Window)
    const fake = open(detailOf(...lines), clock, {
      equipment: { readiness: () => done({ check: null, fullDue: false, roomRefusal: null, roomProblem: null }) },
    })
    fake.refuse('equipment.reportRoom', 'Отказано для проверки.')
    await pressed()
    await expect.element(page.getByText('Открытие комнаты не отмечено')).toBeVisible()
    await expect.element(page.getByText('Отказано для проверки.')).toBeVisible()
    await fake.arrived()
    expect(fake.inputsOf('receptions.act')).toEqual([])
    opening.mockRestore()
  },
)

test('twice the letters (200 %): one column, everything is reached by scrolling', async () => {
  await page.viewport(683, 384)
  open(detailOf(...notified), '09:02')
  await expect.element(text('3205 123456')()).toBeVisible()
  for (const name of ['лицо', 'номер']) {
    await page.getByRole('checkbox', { name, exact: true }).click()
    await expect.element(page.getByRole('checkbox', { name, exact: true })).toBeChecked()
  }
  await fill(/Заметка/, 'говорит тихо')
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683)
  expect(await violationsInBothSchemes()).toEqual([])
  await page.viewport(1280, 720)
})

test('forced colours: the primary act, the ticks and the open step are told apart without ours', async () => {
  const features = [{ name: 'forced-colors', value: 'active' }]
  await cdp().send('Emulation.setEmulatedMedia', { features })
  open(detailOf(...notified, ['09:02', act.shown]), '09:03')
  await expect.element(text('3205 123456')()).toBeVisible()
  expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  // A border of the system's colour is all that is left of a button and of a tick.
  const elements = [
    button('Личность установлена')().element(),
    button('Документ убран')().element(),
    page.getByRole('checkbox', { name: 'лицо', exact: true }).element(),
  ]
  for (const element of elements) {
    const { borderTopWidth, borderTopStyle } = getComputedStyle(element)
    expect([Number.parseFloat(borderTopWidth) >= 1, borderTopStyle]).toEqual([true, 'solid'])
  }
  expect(document.querySelector('[aria-current="step"] [role="img"]')?.getAttribute('aria-label')).toBe('сейчас')
  if (import.meta.env.VITE_PICTURES) await page.screenshot({ path: `${import.meta.env.VITE_PICTURES}/forced.png` })
  await cdp().send('Emulation.setEmulatedMedia', { features: [] })
})
