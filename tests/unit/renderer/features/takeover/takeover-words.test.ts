import { expect, test } from 'vitest'
import { noticeTasks, resultWords } from '../../../../../renderer/features/takeover/takeover-words.ts'
import type { ChangeNotice } from '../../../../../shared/contract/takeover.ts'

const moved = (...notices: ChangeNotice[]) => ({
  moved: notices.map((notice, index) => ({ receptionId: String(index), journalNumber: index, notice })),
  left: [],
})

test('how many went, and how many citizens are written to', () => {
  expect(resultWords(moved())).toBe('Ни один приём не передан.')
  expect(resultWords(moved('notDue'))).toBe('Передано: 1 приём.')
  expect(resultWords(moved('formed', 'formed', 'noAddress'))).toBe(
    'Передано: 3 приёма. Составлено уведомлений о замене: 2.',
  )
})

test('a citizen who is not written to has to be called', () => {
  expect([noticeTasks.noAddress, noticeTasks.notWritten].every(task => task?.includes('по телефону'))).toBe(true)
  expect([noticeTasks.formed, noticeTasks.notDue]).toEqual([null, null])
})
