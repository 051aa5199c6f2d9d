/** @import { TestModule } from 'vitest/node' */
/** @import { SpecFailure } from './tally.mjs' */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { tallyVariable } from './vitest-suite.mjs'

/**
 * Vitest reporter that writes JSON: the counts, the reason of each skip, each failure and how long each file took with its hooks (the
 * built-in one drops both). A skip without a reason counts as a failure: write `context.skip('why')`.
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
  const specs = []
  /** @type {SpecFailure[]} */
  const failures = []
  for (const module of modules) {
    const failedBefore = failed
    const file = relative(process.cwd(), module.moduleId)
    specs.push({ file, durationMs: module.diagnostic().duration })
    for (const test of module.children.allTests()) {
      const result = test.result()
      if (result.state === 'passed') passed += 1
      else if (result.state === 'skipped' && result.note) skipped.push({ name: test.fullName, reason: result.note })
      else {
        if (result.state === 'skipped') console.error(`✗ skipped without a reason: ${test.fullName}`)
        failed += 1
        failures.push({ file, test: test.fullName, message: firstLine(result.errors) })
      }
    }
    // A module that cannot be loaded has no tests to fail.
    if (module.state() === 'failed' && failed === failedBefore) {
      failed += 1
      failures.push({ file, test: '(the file itself)', message: firstLine(module.errors()) })
    }
  }
  return { passed, failed, skipped, specs, failures }
}

/** @param {ReadonlyArray<{ message: string }> | undefined} errors */
const firstLine = errors => (errors?.[0]?.message ?? '').split('\n')[0] ?? ''
