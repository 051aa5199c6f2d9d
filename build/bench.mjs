import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { withFigures } from './figures.mjs'
import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment } from './run.mjs'
import { runEntry, SetUpStop, setUp } from './set-up.mjs'

const figuresFile = 'docs/figures.md'
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter', 'verbose', '--project']

/**
 * What each bench runs. All figures are ratios beside a peer of the same run, or losses against a limit.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const benches = {
  cost: ['tests/bench/cost.ts'],
  lost: [...vitest, 'recording', 'tests/faults/kill.test.ts'],
  seal: ['tests/bench/seal.ts'],
  journal: ['tests/bench/journal.ts'],
  start: ['tests/bench/start.ts'],
  memory: ['tests/bench/memory.ts'],
  stalls: [...vitest, 'holds'],
  scrub: ['tests/bench/scrub.ts'],
  terms: ['tests/bench/terms.ts'],
  backup: ['tests/bench/backup.ts'],
  export: ['tests/bench/journal-export.ts'],
  pdf: ['tests/bench/journal-pdf.ts'],
}

/**
 * `npm run bench [-- names [arguments of a single one]]`: the named benches (`cost,seal`), or all of them one after the
 * other; each puts what it printed into docs/figures.md.
 */
await runEntry(async () => {
  const [asked, ...own] = process.argv.slice(2)
  const names = asked === undefined ? Object.keys(benches) : asked.split(',')
  const unknown = names.filter(name => !(name in benches))
  if (unknown.length > 0) {
    throw new SetUpStop(`No bench of the name ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  }
  const node = await setUp('test')
  await buildMainSide(node)
  await buildPages(node)
  let failed = 0
  for (const name of names) {
    const machine = machineNow()
    const { code, output } = await runAndKeep(node, [...(benches[name] ?? []), ...(names.length === 1 ? own : [])])
    if (code === 0) keepFigures(name, machine, output)
    else failed += 1
  }
  return failed === 0 ? 0 : 1
})

/** What a reader has to know of the moment: figures of a busy machine are worth less. */
function machineNow() {
  const [load = 0] = loadavg()
  const version = execFileSync('chromium', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const chromium = /[\d.]+/.exec(version)?.[0] ?? 'unknown'
  return `${new Date().toISOString().slice(0, 10)}, Chromium ${chromium}, load ${load.toFixed(1)} at the start`
}

/**
 * Runs on our terminal and keeps what was printed.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function runAndKeep(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { env: nodeEnvironment(node), stdio: ['inherit', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      process.stdout.write(text)
      output += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
}

/**
 * @param {string} name
 * @param {string} machine
 * @param {string} output
 */
function keepFigures(name, machine, output) {
  const text = readFileSync(figuresFile, 'utf8')
  writeFileSync(figuresFile, withFigures(text, name, `${machine}:\n\n${output.trim()}`))
}
