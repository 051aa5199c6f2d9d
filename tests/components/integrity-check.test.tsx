import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { IntegrityCheck } from '../../renderer/features/recording/integrity-check.tsx'
import { done } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

const checkedAt = '2026-11-23T02:30:00.000Z'
const sha256 = 'a'.repeat(64)

test.each([
  ['the bytes of the seal', { intact: true, decodeErrors: null }, /^Файл тот же, что был запечатан/],
  [
    'others that can be read',
    { intact: false, decodeErrors: 0 },
    /изменён или повреждён \(воспроизводится без ошибок\)/,
  ],
  ['others that cannot', { intact: false, decodeErrors: 7 }, /изменён или повреждён \(воспроизводится не полностью\)/],
])('«Проверить целостность» says what was seen: %s', async (_name, seen, words) => {
  show(<IntegrityCheck recordingId={crypto.randomUUID()} />, {
    recordings: { verify: () => done({ ...seen, sha256, checkedAt }) },
  })
  await press('Проверить целостность')
  await expect.element(page.getByText(words)).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})
