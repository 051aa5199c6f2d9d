import { expect, test } from 'vitest'
import { type FirstDayFacts, judgeFirstSteps } from '../../../../electron/day/first-steps.ts'
import type { EquipmentCheck } from '../../../../shared/contract/equipment.ts'

const check = (changes: Partial<EquipmentCheck> = {}) =>
  ({ state: 'good', blocked: [], ...changes }) as unknown as EquipmentCheck
const ready: FirstDayFacts = {
  equipment: { check: check(), fullDue: false },
  incoming: 'read',
  roles: new Set(['specialist', 'head']),
  letters: 1,
}
const found = (changes: Partial<FirstDayFacts>) =>
  judgeFirstSteps({ ...ready, ...changes }).filter(({ standing }) => standing !== 'done')

test('all of it there: every line is done', () => {
  expect(found({})).toEqual([])
})

test.each<[string, Partial<FirstDayFacts>, string, 'todo' | 'wrong']>([
  ['never checked', { equipment: { check: null, fullDue: true } }, 'equipmentUnchecked', 'todo'],
  ['no full check', { equipment: { check: check(), fullDue: true } }, 'equipmentPartly', 'todo'],
  ['remarks', { equipment: { check: check({ state: 'warning' }), fullDue: false } }, 'equipmentPartly', 'todo'],
  [
    'nothing measured',
    { equipment: { check: check({ state: 'unknown' }), fullDue: false } },
    'equipmentPartly',
    'todo',
  ],
  [
    'a fault',
    { equipment: { check: check({ state: 'fault', blocked: ['camera'] as never }), fullDue: false } },
    'equipmentFaulty',
    'wrong',
  ],
  ['no mail', { incoming: 'none', letters: 1 }, 'mailUnproven', 'todo'],
  ['mail never read', { incoming: 'down' }, 'mailDown', 'wrong'],
  ['no head', { roles: new Set(['specialist', 'administrator']) }, 'noHead', 'todo'],
  ['no specialist', { roles: new Set(['head']) }, 'noSpecialist', 'todo'],
  ['no letter', { letters: 0 }, 'noLetter', 'todo'],
])('%s: that one line is not done', (_name, changes, what, standing) => {
  expect(found(changes)).toMatchObject([{ found: what, standing }])
})
