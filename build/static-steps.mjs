import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { nodeEnvironment, runQuietly } from './run.mjs'

/** @typedef {import('./run.mjs').Ending} Ending */
/** @typedef {{ name: string, run: () => Promise<Ending> }} Step */

const biome = 'node_modules/@biomejs/biome/bin/biome'

/**
 * Everything that is judged without running the program, cheapest first.
 * @param {string} node
 * @returns {Step[]}
 */
export function staticSteps(node) {
  const tool = (/** @type {string[]} */ ...args) => runQuietly(node, args, { env: nodeEnvironment(node) })
  return [
    { name: 'format', run: () => tool(biome, 'format') },
    { name: 'lint and layers', run: () => tool(biome, 'lint', '--error-on-warnings', '--max-diagnostics=50') },
    { name: 'types', run: () => checkTypes(node) },
    { name: 'unused files and dependencies', run: () => tool('node_modules/knip/bin/knip.js', '--no-progress') },
  ]
}

/**
 * One tsconfig per runtime, each checked on its own; what a run found out is kept in out/types for the next one.
 * @param {string} node
 * @returns {Promise<Ending>}
 */
async function checkTypes(node) {
  const waiting = typeConfigs('.')
  if (waiting.length === 0) return { code: 1, output: 'no tsconfig.json found' }
  /** @type {Ending[]} */
  const endings = []
  const worker = async () => {
    for (let config = waiting.shift(); config; config = waiting.shift()) {
      endings.push(
        await runQuietly(
          node,
          [
            'node_modules/typescript/bin/tsc',
            ...['-p', config, '--pretty', 'false'],
            ...[
              '--incremental',
              '--tsBuildInfoFile',
              join('out/types', `${config.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`),
            ],
          ],
          { env: nodeEnvironment(node) },
        ),
      )
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return {
    code: endings.find(ending => ending.code !== 0)?.code ?? 0,
    output: endings.map(ending => ending.output).join(''),
  }
}

/**
 * Every tsconfig below a folder but the root one, which only holds what the others share.
 * @param {string} folder
 * @returns {string[]}
 */
function typeConfigs(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name === 'out' || entry.name.startsWith('.')
        ? []
        : typeConfigs(join(folder, entry.name))
    }
    return folder !== '.' && /^tsconfig.*\.json$/.test(entry.name) ? [join(folder, entry.name)] : []
  })
}
