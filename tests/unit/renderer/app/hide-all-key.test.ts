import { expect, it } from 'vitest'
import { isHideAllKey } from '../../../../renderer/app/hide-all-key.ts'

const key = { code: 'KeyH', ctrlKey: true, shiftKey: true, altKey: false, metaKey: false }

it.each([
  [key, true],
  [{ ...key, shiftKey: false }, false],
  [{ ...key, altKey: true }, false],
  [{ ...key, code: 'KeyJ' }, false],
])('%j hides: %s', (event, hides) => {
  // Judged by the place of the key: in the Russian layout it types «Р».
  expect(isHideAllKey(event)).toBe(hides)
})
