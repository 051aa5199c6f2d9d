import { seconds, tail } from './set-up.mjs'

/** @typedef {{ passed: number, failed: number, skipped: readonly { name: string, reason: string }[] }} SuiteResult */
/** @typedef {{ code: number, output: string }} Ending */

/**
 * Counts what ran and prints each step as it ends.
 * @param {(line: string) => void} [print]
 */
export function makeTally(print = line => console.log(line)) {
  let passed = 0
  let failed = 0
  let skipped = 0

  /**
   * A step that is right or wrong as a whole.
   * @param {string} name
   * @param {() => Promise<Ending>} run
   */
  async function step(name, run) {
    const startedMs = Date.now()
    const ending = await run()
    if (ending.code === 0) passed += 1
    else failed += 1
    print(`${ending.code === 0 ? '✓' : '✗'} ${name}, ${seconds(startedMs)}`)
    if (ending.code !== 0) print(tail(ending.output))
  }

  /**
   * A step that counts for itself.
   * @param {string} name
   * @param {() => Promise<SuiteResult>} run
   */
  async function suite(name, run) {
    const startedMs = Date.now()
    const result = await run()
    passed += result.passed
    failed += result.failed
    skipped += result.skipped.length
    const counts = `${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped`
    print(`${result.failed === 0 ? '✓' : '✗'} ${name}: ${counts}, ${seconds(startedMs)}`)
    for (const skip of result.skipped) print(`  skipped: ${skip.name}: ${skip.reason}`)
  }

  /** The last line; answers the exit code. */
  function finish() {
    print(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    return failed === 0 && passed > 0 ? 0 : 1
  }

  return { step, suite, finish }
}
