import { expect, test } from 'vitest'
import { withFigures } from '../../../build/figures.mjs'

test('figures of a bench take the place of its last ones and of nobody else’s', () => {
  const first = withFigures('# Figures\n', 'cost', 'one')
  const both = withFigures(first, 'seal', 'two')
  expect(withFigures(both, 'cost', 'three')).toBe(both.replace('one', 'three'))
  expect(both).toContain('<!-- npm run bench -- seal -->\ntwo\n<!-- /seal -->')
  expect(both.startsWith('# Figures\n')).toBe(true)
})

test('marks that were taken apart by hand lose nothing', () => {
  const torn = 'before\n<!-- /cost -->\nafter\n<!-- npm run bench -- cost -->'
  expect(withFigures(torn, 'cost', 'new').startsWith(torn)).toBe(true)
})
