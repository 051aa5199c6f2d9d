import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { done } from '../../shared/contract/reply.ts'
import { withAnswers } from './fixtures/answers.ts'
import { showAt } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

const words = /^Записи демонстрации готовятся: \d из 9$/

const openWith = (ready: number) =>
  showAt(
    '/recordings',
    withAnswers(signedIn({ demonstration: true }), {
      workplace: { demonstrationRecordings: () => done({ ready, total: 9 }) },
      recordings: { list: () => done({ total: 0, rows: [] }) },
      backup: { foundRecordings: () => done([]) },
    }),
  )

test('how many recordings are there is told above their list, whole in a small window', async () => {
  openWith(3)
  const line = page.getByText(words)
  for (const [width, height] of [
    [1366, 660],
    [1093, 550],
  ] as const) {
    await page.viewport(width, height)
    await expect.element(line).toBeVisible()
    const { left, right, bottom } = line.element().getBoundingClientRect()
    expect([left >= 0, right <= width, bottom <= height]).toEqual([true, true, true])
  }
})

test('nothing is told once all are there', async () => {
  openWith(9)
  await expect.element(page.getByText('Записей пока нет')).toBeVisible()
  expect(page.getByText(words).elements()).toEqual([])
})
