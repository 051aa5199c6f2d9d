import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { done } from '../../shared/contract/reply.ts'
import { act, type Line } from '../unit/shared/reception/history-of.ts'
import { type Answers, withAnswers } from './fixtures/answers.ts'
import { fill, press, pressIn } from './fixtures/by-hand.ts'
import { type Fact, proveFact } from './fixtures/prove-fact.ts'
import { proveOnePress } from './fixtures/prove-one-press.ts'
import { connected, consulting, notified, opened } from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { armedRecorder, signedIn, unrecognisedRecorder } from './fixtures/signed-in.ts'

/** Every fact of «Приём», by the real screen. */
const inFault: readonly Line[] = [...notified, ['09:02', act.fault]]

const at =
  (clock: string, lines: readonly Line[], recorder = armedRecorder, answers: Answers = {}) =>
  () =>
    showAt(
      `/reception/${receptionId}`,
      withAnswers(signedIn({ clock, recorder }), atReception(detailOf(...lines)), answers),
    )
const answered = { workplace: { answerRoom: () => done(null) } }
const step = { call: 'receptions.act' } as const

// A choice of one ground is not asked.
const interrupting = () => press('Прервать…')

const facts: readonly Fact[] = [
  // Waiting.
  { ...step, button: 'слышно', open: at('09:01', [opened]), prepare: () => press('Прервать…') },
  { ...step, button: /^подключился$/, open: at('09:01', [opened]), prepare: () => press('Прервать…') },
  { ...step, button: 'Это он? Начать', open: at('09:01', [opened]) },
  { ...step, button: 'Это он? Начать', open: at('09:01', [opened], unrecognisedRecorder, answered) },
  {
    call: 'workplace.answerRoom',
    button: 'Это он? Начать',
    open: at('09:01', [opened], unrecognisedRecorder, answered),
  },
  {
    call: 'workplace.answerRoom',
    button: 'Да, это комната этого приёма',
    open: at('09:05', consulting, unrecognisedRecorder, answered),
    keyIsOfStep: true,
  },
  { ...step, button: 'Не ответил', open: at('09:06', [opened]), keyIsOfStep: true },
  { ...step, button: 'Сейчас подключится', open: at('09:06', [opened]), keyIsOfStep: true },
  {
    ...step,
    button: 'Скопировать ссылку',
    open: at('09:06', [opened]),
    prepare: async () => void vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(),
    keyIsOfStep: true,
  },
  { ...step, button: 'Номер продиктован', open: at('09:06', [opened]), keyIsOfStep: true },
  // «Прервать…».
  {
    ...step,
    button: /^Прервать приём$/,
    open: at('09:12', [opened]),
    prepare: interrupting,
  },
  {
    ...step,
    button: /^Прервать приём$/,
    field: 'Почему прерываете раньше',
    open: at('09:20', [['09:19', act.roomOpened]]),
    prepare: async () => {
      await interrupting()
      await fill('Почему прерываете раньше', 'следующий приём')
    },
  },
  { ...step, button: 'Предупреждаю…', open: at('09:02', consulting), prepare: interrupting },
  { ...step, button: 'Гражданин завершил разговор', open: at('09:12', [opened]), prepare: interrupting },
  { ...step, button: 'Гражданин отказался от видеозаписи', open: at('09:05', notified), prepare: interrupting },
  {
    ...step,
    button: 'Прервать приём сейчас',
    open: at('09:05', [...consulting, ['09:04', act.warning]]),
    prepare: interrupting,
  },
  {
    ...step,
    button: 'Прекратить приём',
    open: at('09:05', consulting),
    prepare: () => press('112, 103…'),
  },
  // Notice and identification.
  { ...step, button: 'Гражданин уведомлён', open: at('09:01', connected) },
  {
    ...step,
    ...{ button: 'Связь прервалась', isItem: true, keyIsOfStep: true },
    open: at('09:01', connected),
    prepare: () => press('Проблема'),
  },
  ...['экран', 'камера', 'оба'].map(way => ({
    ...step,
    button: `Документ показан: ${way}`,
    open: at('09:02', notified),
    keyIsOfStep: true as const,
  })),
  {
    ...step,
    ...{ button: 'Отказался предъявить (п. 3.9)', isItem: true, keyIsOfStep: true },
    open: at('09:02', notified),
    prepare: () => press('Не получилось'),
  },
  {
    ...step,
    button: 'Отметить: не прошёл',
    field: 'Что не совпало',
    open: at('09:02', notified),
    prepare: async () => {
      await pressIn('Не получилось', 'Не прошёл (п. 3.12)')
      await press('другое лицо')
    },
  },
  {
    ...step,
    button: 'Личность установлена',
    open: at('09:03', [...notified, ['09:02', act.shown]]),
    prepare: async () => {
      for (const name of ['лицо', 'ФИО', 'дата рождения', 'номер'])
        await page.getByRole('checkbox', { name, exact: true }).click()
    },
  },
  // Talk and its tools.
  {
    ...step,
    button: 'через чат',
    open: at('09:05', consulting),
    prepare: () => pressIn('Проблема', 'Участники'),
  },
  {
    ...step,
    button: 'Завершить разговор',
    open: at('09:05', consulting),
    prepare: () => press('Завершить…'),
  },
  // Fault.
  {
    ...step,
    button: 'Отметить неисправность',
    field: 'Что неисправно',
    open: at('09:01', [opened]),
    prepare: async () => {
      await pressIn('Проблема', 'Неисправность…')
      await fill('Что неисправно', 'нет звука')
    },
  },
  { ...step, button: 'Не ответил', open: at('09:03', inFault) },
  { ...step, button: 'От иного срока отказался', open: at('09:03', inFault) },
  { ...step, button: 'Неисправность устранена', open: at('09:03', inFault) },
  // The end.
  {
    ...step,
    button: 'Разъяснено право обратиться очно или письменно',
    open: at('09:05', [...notified, ['09:04', act.recordingRefused]]),
    keyIsOfStep: true,
  },
  {
    ...step,
    button: 'Гражданин вышел из комнаты',
    open: at('09:10', [...consulting.slice(0, 1), ['09:00', act.lamp('connected')], ['09:08', act.leftByCitizen]]),
    keyIsOfStep: true,
  },
  {
    ...step,
    button: 'Закрыть приём',
    open: at('09:12', [opened, ['09:11', act.interrupted('notConnected')]]),
  },
  {
    ...step,
    button: 'Возобновить приём',
    field: /почему приём возобновляется/,
    open: at('09:20', [opened, ['09:11', act.interrupted('notConnected')], ['09:12', act.closed('notConnected')]]),
    prepare: () => fill(/почему приём возобновляется/, 'подключился позже'),
  },
]
for (const fact of facts) {
  proveFact(fact)
  proveOnePress(fact)
}

test('«Нет, другая комната»: nothing of the reception is written, and the window of the recorder is opened', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const fake = at('09:01', [opened], unrecognisedRecorder, answered)()
  await press('Нет, другая комната…')
  await expect.poll(() => open.mock.calls.map(([address]) => address)).toEqual(['/recorder'])
  open.mockRestore()
  const choiceId = unrecognisedRecorder.unrecognisedChoiceId
  expect(fake.inputsOf('workplace.answerRoom')).toEqual([{ choiceId, isRight: false }])
  expect(fake.inputsOf('receptions.act')).toEqual([])
})

test('an answer that is not taken leaves the reception as it is, and says why', async () => {
  const fake = at('09:01', [opened], unrecognisedRecorder, answered)()
  fake.refuse('workplace.answerRoom', 'Выбрана другая комната.')
  await press('Это он? Начать')
  await expect.element(page.getByText('Выбрана другая комната.')).toBeVisible()
  expect(fake.inputsOf('receptions.act')).toEqual([])
})

test('a known room is asked nothing', async () => {
  const fake = at('09:01', [opened])()
  await press('Это он? Начать')
  await expect.poll(() => fake.inputsOf('receptions.act').length).toBe(1)
  expect(fake.inputsOf('workplace.answerRoom')).toEqual([])
})
