import { expect, test } from 'vitest'
import { stayingLines } from '../../../../../renderer/features/rights/rights-words.ts'
import type { PersonRights } from '../../../../../shared/contract/rights.ts'

const timeZone = 'Asia/Novokuznetsk'
const nothing: Omit<PersonRights, 'requests'> = {
  documentErasedAt: null,
  letterErasedAt: null,
  isOpen: false,
  recordings: [],
}
const texts = (changes: Partial<typeof nothing>) =>
  stayingLines({ ...nothing, ...changes }, timeZone).map(({ text }) => text)

test('the journal always stays; what else does is said with its reason', () => {
  expect(texts({})).toEqual(['Запись в журнале учёта остаётся (п. 2.4)'])
  expect(texts({ isOpen: true })[0]).toContain('пока не стираются')
  const recording = { recordingId: 'r', retainUntil: '2028-11-20', held: false }
  expect(texts({ recordings: [recording] })[0]).toContain('по 20.11.2028 включительно (п. 3.6)')
  expect(texts({ recordings: [{ ...recording, held: true }] })[0]).toContain('под запретом уничтожения')
})

test('what is gone is told with its local day', () => {
  expect(texts({ documentErasedAt: '2026-11-20T20:00:00.000Z', letterErasedAt: '2026-11-20T02:00:00.000Z' })).toEqual([
    'Сведения о документе стёрты 21.11.2026',
    'Исходный текст письма стёрт 20.11.2026',
    'Запись в журнале учёта остаётся (п. 2.4)',
  ])
})
