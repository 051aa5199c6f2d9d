import { expect, it } from 'vitest'
import { type AnnexTwoInput, annexTwoFields } from '../../../../shared/rejections/annex-two.ts'

const decision: AnnexTwoInput = {
  ...{ grounds: ['unclear'], reasoning: 'Вопрос не назван', earlierAnswer: '№ 12-345 от 01.09.2026' },
  ...{ citizenDative: 'Канарейкину Петру', gender: 'male', address: 'г. Кемерово' },
  ...{ signatoryName: 'Снегирёв С. С.', executorName: 'Чижова А. А.', executorPhone: '', decidedOn: null },
}

it('names an earlier answer only where the question is a repeated one', () => {
  expect(annexTwoFields({ ...decision, grounds: ['repeat'] }).ground).toContain(
    'Ранее данный ответ: № 12-345 от 01.09.2026.',
  )
  // Chosen first, then the ground was taken back: the paper must not speak of it.
  expect(annexTwoFields(decision).ground).not.toContain('Ранее данный ответ')
})
