import { expect, test } from 'vitest'
import { isPreviewWant } from '../../../../shared/recording/preview.ts'

test.each([
  [{ kind: 'want', size: 'small' }, true],
  [{ kind: 'want', size: 'full' }, true],
  [{ kind: 'want', size: 'toString' }, false],
  [{ kind: 'picture', size: 'small' }, false],
  [{ kind: 'want' }, false],
  ['want', false],
  [null, false],
])('%o', (message, isWant) => {
  expect(isPreviewWant(message)).toBe(isWant)
})
