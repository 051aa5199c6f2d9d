import { afterAll, describe, expect, test } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { officeScreens } from '../fixtures/office-screens.ts'
import { act, type Line } from '../unit/shared/reception/history-of.ts'
import { withAnswers } from './fixtures/answers.ts'
import { colourSchemes, showIn } from './fixtures/colour-scheme.ts'
import { cutTexts, outOfReach, overlapping } from './fixtures/geometry.ts'
import { button, connected, consulting, noRecorder, notified, opened, text } from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { armedRecorder, signedIn } from './fixtures/signed-in.ts'

/**
 * «Приём» on real office sizes: a big screen, 1366×768, the same below a title and a task bar, the same at 125 %. Fields,
 * ticks and the primary act of each step are inside the window and can be pressed; nothing covers anything.
 */
interface Step {
  readonly name: string
  readonly clock: string
  readonly lines: readonly Line[]
  readonly shown: () => Locator
  readonly recorder?: typeof armedRecorder
}

const steps: readonly Step[] = [
  { name: 'scheduled', clock: '08:55', lines: [], shown: button('Открыть комнату') },
  {
    name: 'the recording is not connected',
    clock: '08:58',
    lines: [opened],
    recorder: noRecorder,
    shown: button('Подключить запись'),
  },
  { name: 'waiting', clock: '08:58', lines: [opened], shown: button('Это он? Начать') },
  { name: 'waiting too long', clock: '09:11', lines: [opened], shown: text('Позвоните гражданину') },
  { name: 'notice', clock: '09:01', lines: connected, shown: button('Гражданин уведомлён') },
  { name: 'identification', clock: '09:02', lines: notified, shown: text('3205 123456') },
  {
    name: 'identification, the document is shown',
    clock: '09:03',
    lines: [...notified, ['09:02', act.shown]],
    shown: text('3205 123456'),
  },
  {
    name: 'the document was refused',
    clock: '09:03',
    lines: [...notified, ['09:02', act.refusedToShow]],
    shown: button('Продолжить без неё'),
  },
  { name: 'consultation', clock: '09:05', lines: consulting, shown: button('Завершить…') },
  { name: 'consultation near its end', clock: '09:14', lines: consulting, shown: button('Завершить…') },
  { name: 'consultation over its time', clock: '09:25', lines: consulting, shown: button('Завершить…') },
  {
    name: 'connection lost',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.lost]],
    shown: button('Связь восстановлена'),
  },
  {
    name: 'the notice comes first',
    clock: '09:06',
    lines: [...consulting, ['09:05', act.interruption('09:04')]],
    shown: button('Сообщено'),
  },
  {
    name: 'fault',
    clock: '09:03',
    lines: [opened, ['09:02', act.fault]],
    shown: button('Гражданин согласен, перенести приём'),
  },
  {
    name: 'fault, nobody reached',
    clock: '09:05',
    lines: [...notified, ['09:02', act.fault], ['09:04', act.called('notReached')]],
    shown: button('Гражданин согласен, перенести приём'),
  },
  {
    name: 'result after an abuse',
    clock: '09:12',
    lines: [...consulting, ['09:04', act.warning], ['09:05', act.interrupted('abuse')]],
    shown: text('Выйдите из комнаты Телемоста сейчас'),
  },
  { name: 'result', clock: '09:12', lines: [...consulting, ['09:10', act.ended]], shown: button('Закрыть приём') },
]

const pictures = import.meta.env.VITE_PICTURES

afterAll(() => page.viewport(1280, 720))

for (const { width, height } of officeScreens) {
  describe(`${width}×${height}`, () => {
    for (const { name, clock, lines, shown, recorder = armedRecorder } of steps) {
      test(name, async () => {
        await page.viewport(width, height)
        showAt(`/reception/${receptionId}`, withAnswers(signedIn({ clock, recorder }), atReception(detailOf(...lines))))
        await expect.element(shown()).toBeVisible()
        for (const scheme of colourSchemes) {
          await showIn(scheme)
          if (pictures) await page.screenshot({ path: `${pictures}/${width}x${height}-${scheme}-${name}.png` })
          expect({ scheme, outOfReach: outOfReach(), overlapping: overlapping(), cut: cutTexts() }).toEqual({
            ...{ scheme, outOfReach: [], overlapping: [], cut: [] },
          })
        }
      })
    }
  })
}
