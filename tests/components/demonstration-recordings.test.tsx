import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { done } from '../../shared/contract/reply.ts'
import { showAt } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

const words = /^Записи демонстрации готовятся: \d из 9$/

const openWith = (ready: number) =>
  showAt('/equipment', {
    ...{
      workplace: {
        ...signedIn({ demonstration: true }).workplace,
        demonstrationRecordings: () => done({ ready, total: 9 }),
      },
    },
  })

test('how many recordings are there is told in the header, and none of it is cut', async () => {
  openWith(3)
  const line = page.getByRole('banner').getByText(words)
  for (const [width, height] of [
    [1366, 660],
    [1093, 550],
  ] as const) {
    await page.viewport(width, height)
    await expect.element(line).toBeVisible()
    const text = document.createRange()
    text.selectNodeContents(line.element())
    const lines = [...text.getClientRects()]
    if (width === 1366) expect(new Set(lines.map(({ top }) => Math.round(top))).size).toBe(1)
    const header = page.getByRole('banner').element().getBoundingClientRect()
    expect(lines.every(({ top, bottom }) => top >= header.top && bottom <= header.bottom)).toBe(true)
  }
})

test('nothing is told once all are there', async () => {
  openWith(9)
  await expect.element(page.getByText('Демонстрация', { exact: true })).toBeVisible()
  expect(page.getByText(words).elements()).toEqual([])
})
