import { describe, expect, test } from 'vitest'
import { makeTally } from '../../../build/tally.mjs'
import { judgeSuite } from '../../../build/vitest-suite.mjs'

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
})
