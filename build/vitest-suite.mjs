import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { nodeEnvironment, runInFront } from './run.mjs'

/** @typedef {import('./tally.mjs').SuiteResult} SuiteResult */

/** Where the reporter is told to put its counts. */
export const tallyVariable = 'VIDEOPRIEM_TALLY_FILE'

/**
 * Runs one vitest project on our terminal and answers what ran. A suite that ran nothing, or broke without a failed
 * test, counts as one failure: silence must never look like success.
 * @param {string} node
 * @param {string} project
 * @param {{ reporter: 'default' | 'dot' }} options
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(node, project, { reporter }) {
  const file = `out/tests/${project}.json`
  mkdirSync('out/tests', { recursive: true })
  rmSync(file, { force: true })
  const code = await runInFront(
    node,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...['--project', project],
      ...['--reporter', reporter],
      ...['--reporter', './build/vitest-tally.mjs'],
    ],
    { env: nodeEnvironment(node, { [tallyVariable]: file }) },
  )
  return judgeSuite(project, code, readOrNull(file))
}

/**
 * @param {string} project
 * @param {number} code exit code of vitest
 * @param {string | null} counted what the reporter wrote
 * @returns {SuiteResult}
 */
export function judgeSuite(project, code, counted) {
  if (counted === null) return broken(`${project}: vitest ended with ${code} before it could count`)
  /** @type {SuiteResult} */
  const result = JSON.parse(counted)
  if (result.passed + result.failed === 0) return { ...result, failed: 1 }
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
