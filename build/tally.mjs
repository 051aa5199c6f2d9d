import { seconds, tail } from './set-up.mjs'

/** @typedef {{ file: string, durationMs: number }} SpecDuration */
/** @typedef {{ file: string, test: string, message: string }} SpecFailure message: the first line of its error */
/**
 * @typedef {object} SuiteResult
 * @property {number} [tookMs] the run whose result it is; else as long as it was waited for
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { name: string, reason: string }[]} skipped
 * @property {readonly SpecDuration[]} [specs] how long each file took, hooks included
 * @property {readonly SpecFailure[]} [failures]
 * @property {readonly SpecFailure[]} [unsteady] what failed once and passed when its file was run again by itself
 */
/** @typedef {{ code: number, output: string }} Ending */

/**
 * Counts what ran and prints each step as it ends.
 * @param {(line: string) => void} [print]
 */
export function makeTally(print = line => console.log(line)) {
  let passed = 0
  let failed = 0
  let skipped = 0
  /** @type {{ name: string, tookMs: number }[]} */
  const suites = []
  /** @type {SpecDuration[]} */
  const specs = []
  /** @type {string[]} */
  const failures = []
  /** @type {string[]} */
  const unsteady = []

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
    if (ending.code === 0) return
    failures.push(name)
    print(tail(ending.output))
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
    const tookMs = result.tookMs ?? Date.now() - startedMs
    suites.push({ name, tookMs })
    specs.push(...(result.specs ?? []))
    failures.push(...(result.failures ?? []).map(failureLine))
    unsteady.push(...(result.unsteady ?? []).map(failureLine))
    const counts = `${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped`
    print(`${result.failed === 0 ? '✓' : '✗'} ${name}: ${counts}, ${inSeconds(tookMs)} с`)
    for (const skip of result.skipped) print(`  skipped: ${skip.name}: ${skip.reason}`)
  }

  /** Where the time went: each suite, then the slowest files of them all. */
  function printDurations() {
    print('Time by suite:')
    for (const { name, tookMs } of suites) print(durationLine(tookMs, name))
    print(`The ${slowestCount} slowest files:`)
    const slowest = specs.toSorted((one, other) => other.durationMs - one.durationMs).slice(0, slowestCount)
    for (const { file, durationMs } of slowest) print(durationLine(durationMs, file))
  }

  /** What failed, what is unsteady, and the count as the last line; answers the exit code. */
  function finish() {
    for (const line of unsteady) print(`Unsteady, failed once and passed by itself: ${line}`)
    for (const line of failures) print(`✗ ${line}`)
    print(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    return failed === 0 && passed > 0 ? 0 : 1
  }

  return { step, suite, printDurations, finish }
}

const slowestCount = 10

/** @param {SpecFailure} failure */
const failureLine = ({ file, test, message }) => `${file} > ${test}: ${message}`

/**
 * @param {number} durationMs
 * @param {string} name
 */
const durationLine = (durationMs, name) => `${inSeconds(durationMs).padStart(8)} с  ${name}`

/** @param {number} durationMs */
const inSeconds = durationMs => (durationMs / 1000).toFixed(1)
