import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeEnvironment, runQuietly } from './run.mjs'
import { SetUpStop, seconds, tail } from './set-up.mjs'

const stamp = 'out/renderer.stamp'
const configFile = 'vite.config.ts'

/**
 * Builds renderer/ into out/renderer where its sources changed since the last build. Throws SetUpStop.
 * @param {string} node
 */
export async function buildPages(node) {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && existsSync('out/renderer/index.html')) return
  const startedMs = Date.now()
  console.log('Собираю страницы…')
  const ending = await bundlePages(node)
  if (ending.code !== 0) throw new SetUpStop(`Сборка страниц не удалась:\n${tail(ending.output)}`)
  console.log(`  готово за ${seconds(startedMs)}`)
}

/**
 * The build itself, always.
 * @param {string} node
 */
export async function bundlePages(node) {
  const sources = hashOfSources()
  rmSync(stamp, { force: true })
  const ending = await runQuietly(node, ['node_modules/vite/bin/vite.js', 'build', '--config', configFile], {
    env: nodeEnvironment(node),
  })
  if (ending.code === 0) {
    mkdirSync('out', { recursive: true })
    writeFileSync(stamp, sources)
  }
  return ending
}

function hashOfSources() {
  const hash = createHash('sha256')
  const files = ['renderer', 'shared'].flatMap(filesUnder)
  for (const file of [...files, configFile, 'package-lock.json'])
    hash.update(`${file}\n`).update(readFileSync(file)).update('\n')
  return hash.digest('hex')
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
