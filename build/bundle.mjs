import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeEnvironment, runQuietly } from './run.mjs'
import { SetUpStop, seconds, tail } from './set-up.mjs'

/**
 * @typedef {object} BundleOrder
 * @property {string} what for the terminal, in the genitive: «Сборка …»
 * @property {string} stamp file that remembers the sources of the last build
 * @property {string} product a file that every build leaves
 * @property {readonly string[]} folders whose sources go in
 * @property {readonly string[]} files further sources
 * @property {readonly (readonly string[])[]} runs arguments of vite, one run after the other
 */

/**
 * A build by Vite that is repeated only where its sources changed. The stamp has two lines: what the sources are, and what
 * the file system says of them. Whoever writes a file changes the second (its time of change is the system's own), so
 * nothing is read where that stayed.
 * @param {BundleOrder} order
 */
export function makeBundle({ what, stamp, product, folders, files, runs }) {
  const sources = () => [...folders.flatMap(filesUnder), ...files, 'package-lock.json']
  const stateOfSources = () => {
    const hash = createHash('sha256')
    for (const file of sources()) {
      const { ino, size, mtimeMs, ctimeMs } = statSync(file)
      hash.update(`${file} ${ino} ${size} ${mtimeMs} ${ctimeMs}\n`)
    }
    return hash.digest('hex')
  }
  const hashOfSources = () => {
    const hash = createHash('sha256')
    for (const file of sources()) hash.update(`${file}\n`).update(readFileSync(file)).update('\n')
    return hash.digest('hex')
  }
  const isBuilt = () => {
    if (!existsSync(stamp) || !existsSync(product)) return false
    const [builtFrom, seen] = readFileSync(stamp, 'utf8').split('\n')
    const state = stateOfSources()
    if (seen === state) return true
    if (builtFrom !== hashOfSources()) return false
    try {
      writeFileSync(stamp, `${builtFrom}\n${state}`)
    } catch {
      // Whoever may only run the program here reads the sources again next time.
    }
    return true
  }

  /**
   * The build itself, always.
   * @param {string} node
   */
  const bundle = async node => {
    const state = stateOfSources()
    const builtFrom = hashOfSources()
    rmSync(stamp, { force: true })
    let output = ''
    for (const args of runs) {
      const ending = await runQuietly(node, ['node_modules/vite/bin/vite.js', 'build', ...args], {
        // A test runner calls itself `test`, and React would be its slow, talkative self.
        env: nodeEnvironment(node, { NODE_ENV: 'production' }),
      })
      output += ending.output
      if (ending.code !== 0) return { code: ending.code, output }
    }
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, `${builtFrom}\n${state}`)
    return { code: 0, output }
  }

  return {
    bundle,
    /**
     * The build where it is due. Throws SetUpStop.
     * @param {string} node
     */
    build: async (/** @type {string} */ node) => {
      if (isBuilt()) return
      const startedMs = Date.now()
      console.log(`Сборка ${what}…`)
      const ending = await bundle(node)
      if (ending.code !== 0) throw new SetUpStop(`Сборка ${what} не удалась:\n${tail(ending.output)}`)
      console.log(`  готово за ${seconds(startedMs)}`)
    },
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}
