import { expect, test } from 'vitest'
import { patiently } from '../../../../../electron/recording/proof/patiently.ts'

const refused = (code: string) => Object.assign(new Error(code), { code })
const failing = (times: number, code: string) => {
  let calls = 0
  return {
    calls: () => calls,
    work: () => {
      calls += 1
      return calls > times ? Promise.resolve('done') : Promise.reject(refused(code))
    },
  }
}

test.each(['EPERM', 'EBUSY', 'EACCES'])('%s of a scanner passes', async code => {
  const attempt = failing(3, code)
  expect(await patiently(attempt.work, [1, 1, 1])).toBe('done')
})

test('who does not let go is told after the last pause', async () => {
  const attempt = failing(9, 'EBUSY')
  await expect(patiently(attempt.work, [1, 1, 1])).rejects.toThrow('EBUSY')
  expect(attempt.calls()).toBe(4)
})

test('any other error is told at once', async () => {
  const attempt = failing(9, 'ENOSPC')
  await expect(patiently(attempt.work, [1, 1, 1])).rejects.toThrow('ENOSPC')
  expect(attempt.calls()).toBe(1)
})
