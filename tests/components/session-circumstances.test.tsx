import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { done } from '../../shared/contract/reply.ts'
import { act, at } from '../unit/shared/reception/history-of.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { withAnswers } from './fixtures/answers.ts'
import { press, pressIn } from './fixtures/by-hand.ts'
import {
  button,
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
import { armedRecorder, signedIn } from './fixtures/signed-in.ts'

/** What happens around a reception: help, calls, other means, overtime, alarms, a cut. */
const recording = {
  recordingId: '7f0c5a34-0b5c-4a58-9a51-0d1f6e1c2b09',
  ...{ receptionId, partNumber: 1, startedAt: at('09:00'), savedUntil: at('09:05'), provenUntil: null, bytes: 1000 },
}

const states: readonly SessionState[] = [
  {
    name: 'the text with the link is on the clipboard',
    clock: '09:06',
    lines: [opened],
    prepare: async () => {
      vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
      await press('Скопировать ссылку')
    },
    shown: text('Текст со ссылкой скопирован'),
  },
  {
    name: 'a help card is read aloud',
    clock: '09:06',
    lines: [opened],
    prepare: async () => {
      await press(/Помочь подключиться/)
      await page.getByRole('dialog').getByText('iPhone', { exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Показать экран', exact: true }).click()
    },
    shown: () => page.getByRole('region', { name: /Прочитайте вслух/ }),
  },
  {
    name: 'who talks by chat is not asked to be heard',
    clock: '09:12',
    lines: [opened, ['08:56', act.contact('chat')], ['08:57', act.lamp('connected')]],
    prepare: () => press('Прервать…'),
    shown: () => page.getByRole('dialog').getByText(/демонстрацию экрана/),
  },
  {
    name: 'emergency with the address opened and the head informed',
    clock: '09:06',
    lines: [...consulting, ['09:04', act.serviceCalled('103')], ['09:05', act.headInformed]],
    answers: {
      accounts: {
        colleagues: () =>
          done([
            {
              ...{ id: '7f0c5a34-0b5c-4a58-9a51-0d1f6e1c2b08', shortName: 'Морозова Е. В.' },
              ...{ position: 'начальник отдела', role: 'head' },
            },
          ]),
      },
    },
    prepare: async () => {
      await press('112, 103…')
      await press(/адрес/i)
    },
    shown: text(/пр\. Ленина/),
  },
  {
    name: 'fault with a call that reached nobody',
    clock: '09:04',
    lines: [...notified, ['09:02', act.fault], ['09:03', act.called('notReached')]],
    shown: text(/дозвона/),
  },
  { name: 'five minutes before the end', clock: '09:13', lines: consulting, shown: button('5 мин') },
  {
    name: 'extended once',
    clock: '09:14',
    lines: [...consulting, ['09:13', act.extended(5)]],
    shown: text(/из 20 мин/),
  },
  { name: 'over the time', clock: '09:17', lines: consulting, shown: button('Увеличить на 5') },
  {
    name: 'over the time, at the result',
    clock: '09:20',
    lines: [...consulting, ['09:18', act.ended]],
    shown: text('Приём длился дольше установленного времени'),
  },
  {
    name: 'the recorder is lost while it records',
    clock: '09:06',
    lines: consulting,
    recorder: { ...noRecorder, recording, alarms: [{ code: 'recorderLost', since: at('09:05') }] },
    shown: () => page.getByRole('alert', { name: 'Тревоги записи' }),
  },
  {
    name: 'it is recorded and proven',
    clock: '09:06',
    lines: consulting,
    recorder: { ...armedRecorder, recording: { ...recording, provenUntil: at('09:05') }, voiceHeard: true },
    shown: button('Завершить…'),
  },
  {
    name: 'held elsewhere',
    clock: '08:58',
    lines: [
      ['08:50', act.fault],
      ['08:51', act.elsewhere],
    ],
    shown: text(/кабинет 12/),
  },
]
for (const state of states) proveSessionState(state)

const consultation = () =>
  showAt(`/reception/${receptionId}`, withAnswers(signedIn({ clock: '09:05' }), atReception(detailOf(...consulting))))

test('everything is hidden by one key', async () => {
  consultation()
  await expect.element(button('Завершить…')()).toBeVisible()
  await userEvent.keyboard('{Control>}{Shift>}[KeyH]{/Shift}{/Control}')
  await expect.element(text('Экран скрыт')()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})

test('the program is gone: the band says what is kept', async () => {
  const fake = consultation()
  await expect.element(button('Завершить…')()).toBeVisible()
  fake.cut()
  await expect.element(text('Нет связи с программой рабочего места')()).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})

test('who is present, and how the citizen talks', async () => {
  consultation()
  await pressIn('Проблема', 'Участники')
  await expect.element(dialog('Участники и способ общения')()).toBeVisible()
  await page.getByLabelText('Кем приходится гражданину').fill('дочь')
  await page.getByRole('radio', { name: 'согласен', exact: true }).click()
  await expect.element(button('Отметить присутствие')()).toBeEnabled()
  expect(await violationsInBothSchemes()).toEqual([])
})

test('a text the browser keeps from the clipboard is no event until it is copied by hand', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  const fake = showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:06' }), atReception(detailOf(opened)), {
      receptions: { act: () => done(detailOf(opened)) },
    }),
  )
  await press('Скопировать ссылку')
  const field = page.getByRole('textbox', { name: 'Скопируйте текст вручную' })
  await expect.element(field).toBeVisible()
  await fake.arrived()
  expect(fake.inputsOf('receptions.act')).toEqual([])
  field.element().dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))
  await expect.element(page.getByText('Текст со ссылкой скопирован')).toBeVisible()
  expect(fake.inputsOf('receptions.act')).toMatchObject([{ action: { kind: 'linkSent', way: 'clipboard' } }])
})
