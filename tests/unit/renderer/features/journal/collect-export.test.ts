import { expect, test } from 'vitest'
import { collectExport } from '../../../../../renderer/features/journal/collect-export.ts'
import { FaultError } from '../../../../../shared/contract/fault-error.ts'
import type { ExportNews } from '../../../../../shared/contract/journal-export.ts'

const whole: readonly ExportNews[] = [
  { kind: 'progress', rows: 0, of: 2 },
  { kind: 'bytes', base64: btoa('first') },
  { kind: 'progress', rows: 1, of: 2 },
  { kind: 'bytes', base64: btoa('second') },
  { kind: 'finished', name: 'Журнал.xlsx', mediaType: 'x', rows: 2 },
]
async function* told(news: readonly ExportNews[], failure?: Error) {
  yield* news
  if (failure) throw failure
}

test('a whole export is a file of all its pieces', async () => {
  const progress: number[] = []
  const { name, rows, parts } = await collectExport(told(whole), done => progress.push(done))
  expect([name, rows, parts.map(part => new TextDecoder().decode(part)).join('')]).toEqual([
    'Журнал.xlsx',
    2,
    'firstsecond',
  ])
  expect(progress).toEqual([0, 1])
})
test.each(whole.map((_, count) => count))('cut after %i pieces of news it is none, however it ends', async count => {
  const cut = whole.slice(0, count)
  await expect(collectExport(told(cut), () => undefined)).rejects.toThrow(FaultError)
  await expect(collectExport(told(cut, new Error('connection lost')), () => undefined)).rejects.toThrow(
    'connection lost',
  )
})
test('a refusal on the way is told', async () => {
  const fault = { code: 'internal', hint: 'нет' } as Extract<ExportNews, { kind: 'refused' }>['fault']
  await expect(
    collectExport(told([...whole.slice(0, 2), { kind: 'refused', fault }]), () => undefined),
  ).rejects.toMatchObject({ fault })
})
