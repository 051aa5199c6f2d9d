import { describe, expect, test } from 'vitest'
import { makeTally } from '../../../build/tally.mjs'
import { afterSecondTry, filesToTryAgain, judgeSuite } from '../../../build/vitest-suite.mjs'

const counting = () => {
  const lines: string[] = []
  return { lines, tally: makeTally(line => lines.push(line)) }
}

describe('the tally', () => {
  test('sums steps and suites into the last line', async () => {
    const { lines, tally } = counting()
    await tally.step('format', async () => ({ code: 0, output: 'quiet' }))
    await tally.suite('unit', async () => ({
      passed: 5,
      failed: 0,
      skipped: [{ name: 'on Windows', reason: 'no Windows here' }],
    }))
    expect(tally.finish()).toBe(0)
    expect(lines.at(-1)).toBe('6 passed, 0 failed, 1 skipped')
    expect(lines.join('\n')).toContain('on Windows: no Windows here')
    expect(lines.join('\n')).not.toContain('quiet')
  })
  test('a failed step shows what it printed and fails the whole', async () => {
    const { lines, tally } = counting()
    await tally.step('lint', async () => ({ code: 1, output: 'file.ts:1 wrong' }))
    await tally.suite('unit', async () => ({ passed: 5, failed: 2, skipped: [] }))
    expect(tally.finish()).toBe(1)
    expect(lines.at(-1)).toBe('5 passed, 3 failed, 0 skipped')
    expect(lines.join('\n')).toContain('file.ts:1 wrong')
  })
  test('tells where the time went: every suite, and the ten slowest files of all suites', async () => {
    const { lines, tally } = counting()
    const specs = (suite: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ file: `${suite}-${index}.test.ts`, durationMs: index * 1500 }))
    await tally.suite('unit', async () => ({ passed: 1, failed: 0, skipped: [], specs: specs('unit', 8) }))
    await tally.suite('e2e', async () => ({ passed: 1, failed: 0, skipped: [], specs: specs('e2e', 9) }))
    lines.length = 0
    tally.printDurations()
    expect(lines.filter(line => /(?:unit|e2e)$/.test(line))).toHaveLength(2)
    const files = lines.filter(line => line.endsWith('.test.ts'))
    expect(files).toHaveLength(10)
    expect(files[0]).toBe('    12.0 с  e2e-8.test.ts')
    expect(files.at(-1)).toMatch(/ 4\.5 с {2}/)
  })
  test('ends with what failed and what is unsteady, the count last of all', async () => {
    const { lines, tally } = counting()
    const failure = (file: string) => ({ file, test: 'it holds', message: 'expected 1 to be 2' })
    await tally.step('lint', async () => ({ code: 1, output: 'wrong' }))
    await tally.suite('unit', async () => ({ passed: 5, failed: 1, skipped: [], failures: [failure('a.test.ts')] }))
    await tally.suite('e2e', async () => ({ passed: 5, failed: 0, skipped: [], unsteady: [failure('b.spec.ts')] }))
    tally.printDurations()
    expect(tally.finish()).toBe(1)
    expect(lines.slice(-4)).toEqual([
      'Unsteady, failed once and passed by itself: b.spec.ts > it holds: expected 1 to be 2',
      '✗ lint',
      '✗ a.test.ts > it holds: expected 1 to be 2',
      '10 passed, 2 failed, 0 skipped',
    ])
  })
  test('nothing at all is no success', () => expect(counting().tally.finish()).toBe(1))
})

describe('a suite', () => {
  const counted = (passed: number, failed: number) => JSON.stringify({ passed, failed, skipped: [] })
  test.each([
    ['all well', 0, counted(3, 0), { passed: 3, failed: 0 }],
    ['failed tests', 1, counted(3, 2), { passed: 3, failed: 2 }],
    ['broke without a failed test', 1, counted(3, 0), { passed: 3, failed: 1 }],
    ['ran nothing', 0, counted(0, 0), { passed: 0, failed: 1 }],
    ['died before it could count', 137, null, { passed: 0, failed: 1 }],
  ])('%s', (_name, code, text, expected) => expect(judgeSuite('unit', code, text)).toMatchObject(expected))

  test.each([
    ['no test is touched', 0, counted(0, 0), { passed: 0, failed: 0 }],
    ['vitest did not even count', 0, null, { passed: 0, failed: 0 }],
    ['a touched one fails', 1, counted(2, 1), { passed: 2, failed: 1 }],
    ['broke before it could count', 1, null, { passed: 0, failed: 1 }],
    ['broke without a test', 1, counted(0, 0), { passed: 0, failed: 1 }],
  ])('chosen by changes: %s', (_name, code, text, expected) =>
    expect(judgeSuite('unit', code, text, { mayBeEmpty: true })).toMatchObject(expected),
  )
})

describe('a failed file is run once more by itself', () => {
  const failedIn = (...files: string[]) => files.map(file => ({ file, test: 'it holds', message: '' }))
  const result = (failed: number, ...files: string[]) => ({
    ...{ passed: 9, failed, skipped: [] },
    failures: failedIn(...files),
  })
  test.each([
    ['one', result(1, 'a'), ['a']],
    ['two tests of one file', result(2, 'a', 'a'), ['a']],
    ['three files', result(3, 'a', 'b', 'c'), ['a', 'b', 'c']],
    ['four files: that is no chance', result(4, 'a', 'b', 'c', 'd'), []],
    ['an error that belongs to no test', result(2, 'a'), []],
    ['died before it could count', { passed: 0, failed: 1, skipped: [] }, []],
    ['nothing failed', result(0), []],
  ])('%s', (_name, first, files) => expect(filesToTryAgain(first)).toEqual(files))

  test.each([
    ['all of it passes', result(2, 'a', 'a'), { passed: 3, failed: 0, skipped: [] }, { passed: 11, failed: 0 }],
    ['it fails again', result(1, 'a'), { passed: 2, failed: 1, skipped: [] }, { passed: 9, failed: 1 }],
    [
      'it ran less than had failed',
      result(2, 'a', 'a'),
      { passed: 1, failed: 0, skipped: [] },
      { passed: 9, failed: 2 },
    ],
  ])('%s', (_name, first, second, expected) => expect(afterSecondTry(first, second)).toMatchObject(expected))

  test('what passed the second time is told with its first words', () =>
    expect(afterSecondTry(result(1, 'a'), { passed: 3, failed: 0, skipped: [] }).unsteady).toEqual(failedIn('a')))
})
