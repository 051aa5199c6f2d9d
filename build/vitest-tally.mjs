/** @import { TestModule } from 'vitest/node' */
import { writeFileSync } from 'node:fs'
import { tallyVariable } from './vitest-suite.mjs'

/**
 * Vitest reporter that counts tests and keeps the reason of each skip (the built-in JSON reporter drops it). A skip
 * without a reason counts as a failure: write `context.skip('why')`.
 */
export default class TallyReporter {
  /**
   * @param {ReadonlyArray<TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env[tallyVariable]
    if (file) writeFileSync(file, JSON.stringify(tallyOf(modules, unhandledErrors.length)))
  }
}

/**
 * @param {Iterable<TestModule>} modules
 * @param {number} unhandledErrors
 */
function tallyOf(modules, unhandledErrors) {
  let passed = 0
  let failed = unhandledErrors
  const skipped = []
  for (const module of modules) {
    const failedBefore = failed
    for (const test of module.children.allTests()) {
      const result = test.result()
      if (result.state === 'passed') passed += 1
      else if (result.state === 'skipped' && result.note) skipped.push({ name: test.fullName, reason: result.note })
      else {
        if (result.state === 'skipped') console.error(`✗ skipped without a reason: ${test.fullName}`)
        failed += 1
      }
    }
    // A module that cannot be loaded has no tests to fail.
    if (module.state() === 'failed' && failed === failedBefore) failed += 1
  }
  return { passed, failed, skipped }
}
