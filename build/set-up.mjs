import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { runQuietly } from './run.mjs'
import { judgePackages, stampFor, stampPath } from './set-up/node-packages.mjs'
import { installCommand, linuxFamily, missingTools, names } from './set-up/system-tools.mjs'

/** @typedef {import('./set-up/system-tools.mjs').Purpose} Purpose */

/** Root of the project. */
export const projectDirectory = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

/** The set-up cannot go on by itself; the message says what a person has to do. */
export class SetUpStop extends Error {}

/**
 * Brings the machine to where the purpose can be served and answers the Node 24 to run on. Runs on Node 20 with nothing
 * installed. Throws SetUpStop.
 * @param {Purpose} purpose
 * @returns {Promise<string>} path of Node 24
 */
export async function setUp(purpose) {
  process.chdir(projectDirectory)
  await installPackages()
  await installTools(purpose)
  return findNode()
}

/**
 * Runs the main function of an entry script: a stop is printed as plain text, the exit code is what main answers.
 * @param {() => Promise<number>} main
 */
export async function runEntry(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetUpStop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function installPackages() {
  const lockText = readFileSync('package-lock.json', 'utf8')
  const expectedStamp = stampFor(lockText, process)
  const state = judgePackages({
    lockText,
    hiddenLockText: readOrNull('node_modules/.package-lock.json'),
    stampText: readOrNull(stampPath),
    expectedStamp,
    exists: existsSync,
  })
  if (state.ready && (await nodeAnswers())) {
    if (!state.stamped) writeFileSync(stampPath, expectedStamp)
    return
  }
  const startedMs = Date.now()
  console.log(`Устанавливаю пакеты npm (${state.ready ? 'Node 24 не отвечает' : state.because})…`)
  let ending = await npmCi()
  if (ending.code !== 0) {
    // A folder left by a broken install can be in the way of npm's own clean-up.
    rmSync('node_modules', { recursive: true, force: true })
    ending = await npmCi()
  }
  if (ending.code !== 0) throw new SetUpStop(`npm ci не удался:\n${tail(ending.output)}`)
  writeFileSync(stampPath, expectedStamp)
  console.log(`  готово за ${seconds(startedMs)}`)
}

function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.js$/.test(npm)) return runQuietly(process.execPath, [npm, ...args])
  // On Windows npm is a batch file, which only cmd can start.
  return process.platform === 'win32'
    ? runQuietly('cmd.exe', ['/d', '/s', '/c', 'npm', ...args])
    : runQuietly('npm', args)
}

/** @param {Purpose} purpose */
async function installTools(purpose) {
  // Windows and macOS: the program looks for the browser and ffmpeg in their usual places and says what is missing.
  if (process.platform !== 'linux') return
  const look = () => missingTools(purpose, { hasCommand, hasFont, hasHeader })
  const missing = look()
  if (missing.length === 0) return
  const osRelease = readOrNull('/etc/os-release') ?? ''
  if (process.getuid?.() === 0 && linuxFamily(osRelease) === 'debian')
    await aptInstall(names(missing, 'debian').split(' '))
  const still = look()
  if (still.length === 0) return
  const what = still.map(tool => tool.what).join(', ')
  const command = installCommand(still, { platform: process.platform, osRelease })
  throw new SetUpStop(
    command
      ? `Не хватает программ: ${what}. Установите их и повторите:\n  ${command}`
      : `Не хватает программ: ${what}. Установите их средствами вашей системы и повторите.`,
  )
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const startedMs = Date.now()
  console.log(`Устанавливаю пакеты Debian: ${packages.join(' ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  let ending = await install()
  if (ending.code !== 0) {
    // A fresh machine has no package lists, an old one has lists that name packages no longer there.
    const update = await runQuietly('apt-get', ['update'], { env })
    ending = await install()
    if (ending.code !== 0) throw new SetUpStop(`apt-get не удался:\n${tail(update.output)}\n${tail(ending.output)}`)
  }
  console.log(`  готово за ${seconds(startedMs)}`)
}

/** @param {string} name */
function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => folder !== '' && existsSync(join(folder, name)))
}

/** @param {string} path */
function hasHeader(path) {
  return existsSync(join('/usr/include', path))
}

/** @param {string} folder below one of the system's folders of fonts */
function hasFont(folder) {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(fonts => existsSync(join(fonts, folder)))
}

const bundledNode = () => resolve('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Whether we run on this Node ourselves.
 * @param {string} node
 */
export const isOurselves = node => existsSync(node) && realpathSync(node) === realpathSync(process.execPath)

async function nodeAnswers() {
  if (isOurselves(findNode())) return Number(process.versions.node.split('.')[0]) >= 24
  const ending = await runQuietly(findNode(), ['--version'])
  return ending.code === 0 && Number(/^v(\d+)\./.exec(ending.output)?.[1]) >= 24
}

/** Node 24: the bundled one, or ourselves where we are already new enough and the bundled one has no binary here. */
function findNode() {
  const bundled = bundledNode()
  return !existsSync(bundled) && Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : bundled
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** @param {number} startedMs */
export const seconds = startedMs => `${((Date.now() - startedMs) / 1000).toFixed(1)} с`

/** @param {string} output */
export const tail = output => output.trimEnd().split('\n').slice(-120).join('\n')
