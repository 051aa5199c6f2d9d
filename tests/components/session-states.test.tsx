import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { roomProblemTitles } from '../../shared/equipment/room-problem.ts'
import { act } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { withAnswers } from './fixtures/answers.ts'
import { fill, press, pressIn } from './fixtures/by-hand.ts'
import {
  button,
  connected,
  consulting,
  dialog,
  noRecorder,
  notified,
  opened,
  proveSessionState,
  type SessionState,
  text,
} from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { signedIn, unrecognisedRecorder } from './fixtures/signed-in.ts'

/** Every step of «Приём», with the dialogs that are opened on it. */
const states: readonly SessionState[] = [
  { name: 'scheduled', clock: '08:50', lines: [], shown: button('Открыть комнату') },
  {
    name: 'scheduled, the workplace is not fit',
    clock: '08:50',
    lines: [],
    answers: {
      equipment: {
        readiness: () => done({ check: null, fullDue: true, roomRefusal: 'Микрофон не слышен.', roomProblem: null }),
      },
    },
    shown: text('Микрофон не слышен.'),
  },
  { name: 'waiting', clock: '08:58', lines: [opened], shown: button('Это он? Начать') },
  {
    name: 'waiting, the room is not recognised',
    clock: '08:58',
    lines: [opened],
    recorder: unrecognisedRecorder,
    shown: button('Это он? Начать'),
  },
  {
    name: 'another room in mid-talk',
    clock: '09:05',
    lines: consulting,
    recorder: unrecognisedRecorder,
    shown: button('Да, это комната этого приёма'),
  },
  {
    name: 'waiting without a recorder',
    clock: '08:58',
    lines: [opened],
    recorder: noRecorder,
    shown: text('Окно записи не открыто'),
  },
  {
    name: 'waiting, the room did not come',
    clock: '08:58',
    lines: [opened],
    answers: {
      equipment: {
        readiness: () => done({ check: null, fullDue: false, roomRefusal: null, roomProblem: 'unreachable' }),
      },
    },
    shown: text('Комната не открылась'),
  },
  ...(['crashed', 'pageClosed', 'atEntrance'] as const).flatMap(roomProblem => [
    {
      name: `waiting, the room ended (${roomProblem})`,
      clock: '08:58',
      lines: [opened],
      answers: {
        equipment: { readiness: () => done({ check: null, fullDue: false, roomRefusal: null, roomProblem }) },
      },
      shown: text(roomProblemTitles[roomProblem]),
    },
    {
      name: `in the talk, the room ended (${roomProblem})`,
      clock: '09:02',
      lines: notified,
      answers: {
        equipment: { readiness: () => done({ check: null, fullDue: false, roomRefusal: null, roomProblem }) },
      },
      shown: button('Вход во встречу выполнен'),
    },
  ]),
  { name: 'waiting too long', clock: '09:06', lines: [opened], shown: text('Позвоните гражданину') },
  {
    name: 'waiting, help',
    clock: '09:06',
    lines: [opened],
    prepare: () => press(/Помочь подключиться/),
    shown: dialog('Помочь подключиться'),
  },
  {
    name: 'waiting, a fault is described',
    clock: '08:58',
    lines: [opened],
    prepare: () => pressIn('Проблема', 'Неисправность…'),
    shown: () => page.getByRole('region', { name: /Неисправность/ }),
  },
  { name: 'notice', clock: '09:01', lines: connected, shown: button('Гражданин уведомлён') },
  {
    name: 'interruption without a ground',
    clock: '09:02',
    lines: notified,
    prepare: () => press('Прервать…'),
    shown: dialog('Прервать приём'),
  },
  {
    name: 'interruption with a ground chosen',
    clock: '09:12',
    lines: [opened],
    prepare: () => press('Прервать…'),
    shown: button(/^Прервать приём$/),
  },
  {
    name: 'the wait is over by the order, the room was opened late',
    clock: '09:20',
    lines: [['09:19', act.roomOpened]],
    shown: text('Вы открыли комнату на 19 минут позже; подождите до 09:29.'),
  },
  {
    name: 'the wait is over by the order, the citizen promised to connect',
    clock: '09:11',
    lines: [opened, ['09:08', act.called('willConnect')]],
    shown: text('В 09:08 гражданин сказал по телефону, что подключится; подождите до 09:13.'),
  },
  {
    name: 'an interruption before the fair time asks for a reason',
    clock: '09:20',
    lines: [['09:19', act.roomOpened]],
    prepare: () => press('Прервать…'),
    shown: () => page.getByRole('textbox', { name: 'Почему прерываете раньше' }),
  },
  {
    name: 'interruption after a warning',
    clock: '09:05',
    lines: [...consulting, ['09:04', act.warning]],
    prepare: () => press('Прервать…'),
    shown: button('Прервать приём сейчас'),
  },
  {
    name: 'emergency',
    clock: '09:05',
    lines: consulting,
    prepare: () => press('112, 103…'),
    shown: dialog('Экстренно'),
  },
  {
    name: 'the question before the end of the talk',
    clock: '09:05',
    lines: consulting,
    prepare: () => press('Завершить…'),
    shown: dialog('Завершить разговор?'),
  },
  { name: 'identification', clock: '09:02', lines: notified, shown: text('Петров Пётр Петрович') },
  {
    name: 'closing after a refused recording, the right explained',
    clock: '09:06',
    lines: [...notified, ['09:04', act.recordingRefused], ['09:05', act.rightsExplained]],
    shown: text('Разъяснено право обратиться очно или письменно в 09:05'),
  },
  {
    name: 'identification, nothing marked as shown',
    clock: '09:02',
    lines: notified,
    shown: text('Отметьте, как показан документ (п. 3.7).'),
  },
  {
    name: 'identification, shown and put away, nothing compared',
    clock: '09:03',
    lines: [...notified, ['09:02', act.shown], ['09:02', act.removed]],
    shown: text('Отметьте, что совпало: лицо, ФИО, дата рождения, номер.'),
  },
  {
    name: 'identification, shown by screen, offered once more',
    clock: '09:03',
    lines: [...notified, ['09:02', act.shown], ['09:02', act.removed]],
    shown: text('Показан (экран). Ещё раз:'),
  },
  {
    name: 'identification, the reasons of a failure',
    clock: '09:02',
    lines: notified,
    prepare: () => pressIn('Не получилось', 'Не прошёл (п. 3.12)'),
    shown: button('другое лицо'),
  },
  {
    name: 'identification, a reason in own words',
    clock: '09:02',
    lines: notified,
    prepare: () => pressIn('Не получилось', 'Не прошёл (п. 3.12)'),
    shown: () => page.getByRole('textbox', { name: 'Что не совпало' }),
  },
  {
    name: 'identification, the document is shown',
    clock: '09:03',
    lines: [...notified, ['09:02', act.shown]],
    shown: button('Документ убран'),
  },
  {
    name: 'the document was refused',
    clock: '09:03',
    lines: [...notified, ['09:02', act.refusedToShow]],
    shown: button('Продолжить без неё'),
  },
  { name: 'consultation', clock: '09:05', lines: consulting, shown: button('Завершить…') },
  {
    name: 'consultation, who is present',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.present('дочь')]],
    prepare: () => pressIn('Проблема', 'Участники'),
    shown: dialog('Участники и способ общения'),
  },
  {
    name: 'consultation, the times',
    clock: '09:06',
    lines: consulting,
    prepare: () => pressIn('Проблема', /^Отметки/),
    shown: dialog('Отметки приёма'),
  },
  { name: 'consultation over its time', clock: '09:25', lines: consulting, shown: button('Завершить…') },
  {
    name: 'connection lost',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.lost]],
    shown: button('Связь восстановлена'),
  },
  {
    name: 'recording interrupted: the notice comes first',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.interruption('09:04')]],
    shown: button('Сообщено'),
  },
  {
    name: 'the notice comes first and the recorder is gone',
    clock: '09:06',
    lines: [...notified, ['09:05', act.interruption('09:04')]],
    recorder: noRecorder,
    shown: button('Сообщено'),
  },
  {
    name: 'fault',
    clock: '09:03',
    lines: [...notified, ['09:02', act.fault]],
    shown: button('Неисправность устранена'),
  },
  {
    name: 'another time is looked for',
    clock: '09:04',
    lines: [
      ...notified,
      ['09:02', act.fault],
      ['09:03', act.called('agreed', '2026-11-27T03:00:00.000Z')],
      ['09:04', act.moving('fault')],
    ],
    shown: text(/срок/),
  },
  {
    name: 'result with places to fill',
    clock: '09:12',
    lines: [...consulting, ['09:10', act.ended]],
    shown: button('Закрыть приём'),
  },
  {
    name: 'result after an abuse: the room first',
    clock: '09:12',
    lines: [
      ...connected,
      ['09:01', act.notice],
      ['09:02', act.shown],
      ['09:03', act.established],
      ['09:04', act.warning],
      ['09:05', act.interrupted('abuse')],
    ],
    shown: text('Выйдите из комнаты Телемоста сейчас'),
  },
  {
    name: 'closed',
    clock: '09:20',
    lines: [opened, ['09:11', act.interrupted('notConnected')], ['09:12', act.closed('notConnected')]],
    shown: text('Записано в журнал'),
  },
  { name: 'cancelled', clock: '08:50', lines: [['08:40', act.cancelled('refused')]], shown: text('К списку приёмов') },
]

for (const state of states) proveSessionState(state)

test('an act that was refused says so beside the step', async () => {
  const fake = showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:01' }), atReception(detailOf(...connected))),
  )
  fake.refuse('receptions.act', 'Отказано для проверки.')
  await press('Гражданин уведомлён')
  await expect.element(text('Отказано для проверки.')()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})

type SaveNote = (input: { note: string; over: string }) => Reply<null>

/** The reception in its talk, with a workstation that answers so where the note is saved. */
function showNote(saveNote: SaveNote): void {
  const answers = atReception(detailOf(...consulting))
  showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:05' }), { ...answers, receptions: { ...answers.receptions, saveNote } }),
  )
}

test('a note that a colleague changed meanwhile is not written over, and says so', async () => {
  const overs: string[] = []
  showNote(({ over }) => {
    overs.push(over)
    return overs.length === 1 ? done(null) : refused('stale', 'Заметку изменили.')
  })
  await fill(/Заметка/, 'о субсидии')
  await expect.element(text('сохранена')()).toBeVisible()
  await fill(/Заметка/, 'о субсидии и льготе')
  await expect.element(text(/изменил другой сотрудник/)()).toBeVisible()
  // Over what the page wrote itself; and what was refused is not tried again.
  expect(overs).toEqual(['', 'о субсидии'])
  expect(await violationsInBothSchemes()).toEqual([])
})

test('whoever types without a pause is saved while typing', async () => {
  const saved: string[] = []
  showNote(({ note }) => {
    saved.push(note)
    return done(null)
  })
  await fill(/Заметка/, 'о')
  const field = document.getElementById('session-note')
  field?.focus()
  for (let keys = 0; keys < 60 && saved.length === 0; keys += 1) {
    await userEvent.keyboard('о')
    await new Promise(pressed => setTimeout(pressed, 60))
  }
  expect(saved).not.toEqual([])
})

test('a note that was not saved says so', async () => {
  const fake = showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:05' }), atReception(detailOf(...consulting))),
  )
  fake.refuse('receptions.saveNote', 'Отказано для проверки.')
  await fill(/Заметка/, 'о субсидии')
  await expect.element(text(/не сохран/i)()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})
