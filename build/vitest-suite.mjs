import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { nodeEnvironment, runInFront } from './run.mjs'

/** @typedef {import('./tally.mjs').SuiteResult} SuiteResult */

/** Where the reporter is told to put its counts. */
export const tallyVariable = 'VIDEOPRIEM_TALLY_FILE'

/**
 * @typedef {object} SuiteOptions
 * @property {'default' | 'dot'} reporter
 * @property {boolean} [changed] only what uncommitted changes touch
 * @property {boolean} [isAside] runs while another suite has the terminal and the processors: it takes what that leaves
 * @property {readonly string[]} [files] only these
 */

/**
 * A few failed files of a suite once more, by themselves; what passes then is told as unsteady.
 * @param {string} node
 * @param {string} project
 * @param {SuiteResult} first
 * @returns {Promise<SuiteResult>}
 */
export async function trySuiteAgain(node, project, first) {
  const files = filesToTryAgain(first)
  if (files.length === 0) return first
  console.log(`Once more, by themselves: ${files.join(', ')}`)
  return afterSecondTry(first, await runSuite(node, project, { reporter: 'default', files }))
}

/** With more files than this the program is wrong, not the moment. */
const mostFilesTriedAgain = 3

/**
 * The files of a suite's failures, where they are few and explain all of them.
 * @param {SuiteResult} result
 * @returns {string[]}
 */
export function filesToTryAgain({ failed, failures = [] }) {
  const files = [...new Set(failures.map(failure => failure.file))]
  return failures.length === failed && files.length <= mostFilesTriedAgain ? files : []
}

/**
 * The count after the failed files were run once more. What failed and then passed counts as passed and is told with what
 * it said the first time; a file that ran fewer tests than before proves nothing.
 * @param {SuiteResult} first
 * @param {SuiteResult} second
 * @returns {SuiteResult}
 */
export function afterSecondTry(first, second) {
  const isProven = second.failed === 0 && second.passed >= first.failed
  if (!isProven) return first
  return { ...first, passed: first.passed + first.failed, failed: 0, failures: [], unsteady: first.failures ?? [] }
}

/**
 * Components are proven on React as users get it; its development build also takes a third more of the processor.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const suiteEnvironment = { components: { NODE_ENV: 'production' } }

/** With `--idle` it gives a program only the time of the processors that nobody else wants (util-linux). */
const scheduler = '/usr/bin/chrt'

/** Whether a suite can run beside one that records: elsewhere than on Linux it would make holes in the sound. */
export const canRunAside = () => process.platform === 'linux' && existsSync(scheduler)

/**
 * Runs one vitest project and answers what ran. A suite that ran nothing, or broke without a failed test, counts as one
 * failure: silence must never look like success.
 * @param {string} node
 * @param {string} project
 * @param {SuiteOptions} options
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(node, project, { reporter, changed = false, isAside = false, files = [] }) {
  const startedMs = Date.now()
  const file = `out/tests/${project}.json`
  mkdirSync('out/tests', { recursive: true })
  rmSync(file, { force: true })
  const code = await runInFront(
    isAside ? scheduler : node,
    [
      ...(isAside ? ['--idle', '0', node] : []),
      'node_modules/vitest/vitest.mjs',
      'run',
      ...['--project', project],
      ...(changed ? ['--changed'] : []),
      ...['--reporter', reporter],
      ...['--reporter', './build/vitest-tally.mjs'],
      ...files,
    ],
    {
      env: nodeEnvironment(node, { [tallyVariable]: file, ...suiteEnvironment[project] }),
      ...(isAside && { outputFile: `out/tests/${project}.log` }),
    },
  )
  const result = judgeSuite(project, code, readOrNull(file), { mayBeEmpty: changed })
  return { ...result, tookMs: Date.now() - startedMs }
}

/**
 * @param {string} project
 * @param {number} code exit code of vitest
 * @param {string | null} counted what the reporter wrote
 * @param {{ mayBeEmpty?: boolean }} [options] mayBeEmpty: where changes choose the tests, they may touch none
 * @returns {SuiteResult}
 */
export function judgeSuite(project, code, counted, { mayBeEmpty = false } = {}) {
  if (mayBeEmpty && code === 0 && counted === null) return { passed: 0, failed: 0, skipped: [] }
  if (counted === null) return broken(`${project}: vitest ended with ${code} before it could count`)
  /** @type {SuiteResult} */
  const result = JSON.parse(counted)
  if (result.passed + result.failed === 0 && !mayBeEmpty) return { ...result, failed: 1 }
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}

/**
 * @param {string} why
 * @returns {SuiteResult}
 */
function broken(why) {
  console.error(why)
  return { passed: 0, failed: 1, skipped: [] }
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
