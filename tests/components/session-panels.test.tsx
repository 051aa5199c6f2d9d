import { afterAll, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { done } from '../../shared/contract/reply.ts'
import { officeScreens } from '../fixtures/office-screens.ts'
import { act } from '../unit/shared/reception/history-of.ts'
import { withAnswers } from './fixtures/answers.ts'
import { press, pressIn } from './fixtures/by-hand.ts'
import { colourSchemes, showIn } from './fixtures/colour-scheme.ts'
import { cutTexts, isInWindow, overlapping } from './fixtures/geometry.ts'
import { consulting } from './fixtures/prove-session-state.ts'
import { atReception, detailOf, receptionId } from './fixtures/reception.ts'
import { showAt } from './fixtures/show.tsx'
import { armedRecorder, signedIn } from './fixtures/signed-in.ts'

/**
 * What unfolds in place of the step: the citizen, the time left, 112 and the note stay in sight and in reach; Esc brings
 * the step back with its primary, and the focus is on something.
 */
const panels = [
  ['Помочь подключиться', () => press(/^Помочь подключиться/)],
  ['Участники и способ общения', () => pressIn('Проблема', /Участники/)],
  ['Отметки приёма', () => pressIn('Проблема', /Отметки/)],
] as const

const pictures = import.meta.env.VITE_PICTURES
afterAll(() => page.viewport(1280, 720))

for (const { width, height } of officeScreens) {
  describe(`${width}×${height}`, () => {
    test.each(panels)('%s', async (title, open) => {
      await page.viewport(width, height)
      const lines = [...consulting, ['09:05', act.help] as const]
      showAt(
        `/reception/${receptionId}`,
        withAnswers(signedIn({ clock: '09:06', recorder: armedRecorder }), atReception(detailOf(...lines))),
      )
      const primary = page.getByRole('button', { name: 'Завершить…' })
      await expect.element(primary).toBeVisible()
      await open()
      const panel = page.getByRole('dialog', { name: title })
      await expect.element(panel).toBeVisible()
      await expect.poll(() => panel.element().contains(document.activeElement)).toBe(true)
      await expect.element(primary).not.toBeInTheDocument()
      for (const scheme of colourSchemes) {
        await showIn(scheme)
        if (pictures) await page.screenshot({ path: `${pictures}/${width}x${height}-${scheme}-${title}.png` })
        const kept = [
          page.getByRole('region', { name: 'Изображение' }),
          page.getByRole('textbox', { name: /^Заметка/ }),
          page.getByRole('button', { name: /112/ }),
          page.getByRole('button', { name: /^Прервать…/ }),
        ]
        expect(kept.map(one => isInWindow(one.element()))).toEqual(kept.map(() => true))
        expect({ overlapping: overlapping(), cut: cutTexts() }).toEqual({ overlapping: [], cut: [] })
      }
      await userEvent.keyboard('{Escape}')
      await expect.element(panel).not.toBeInTheDocument()
      await expect.element(primary).toBeVisible()
      await expect.poll(() => document.activeElement !== document.body).toBe(true)
    })
  })
}

test('the phrases: below the text at a low window, the step’s primary gives way and comes back', async () => {
  await page.viewport(1093, 550)
  const lines = [...consulting, ['09:10', act.ended] as const]
  showAt(
    `/reception/${receptionId}`,
    withAnswers(signedIn({ clock: '09:12', recorder: armedRecorder }), atReception(detailOf(...lines)), {
      phrases: { list: () => done([]), topicOf: () => done({ topicId: null }) },
      applications: {
        topics: () => done([{ id: 'veterans', title: 'Ветераны', words: ['ветеран'], bodies: [], elsewhere: '' }]),
      },
    }),
  )
  const primary = page.getByRole('button', { name: 'Закрыть приём' })
  await expect.element(primary).toBeVisible()
  await press('Мои фразы…')
  const field = page.getByRole('combobox', { name: /^Найти фразу/ })
  await expect.element(field).toHaveFocus()
  await expect.element(primary).not.toBeInTheDocument()
  expect(isInWindow(field.element())).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expect.element(primary).toBeVisible()
  await expect.poll(() => document.activeElement !== document.body).toBe(true)
})
