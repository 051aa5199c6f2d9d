import { expect, test } from 'vitest'
import { isLockKey } from '../../../../renderer/app/lock-key.ts'

const key = { ctrlKey: true, altKey: true, shiftKey: false, metaKey: false, code: 'KeyL' }

test.each([
  [key, true],
  [{ ...key, code: 'KeyH' }, false],
  [{ ...key, altKey: false }, false],
  [{ ...key, ctrlKey: false }, false],
  [{ ...key, shiftKey: true }, false],
])('%o → %s', (pressed, locks) => {
  expect(isLockKey(pressed)).toBe(locks)
})
